/** px: what link previews are shown at; other shapes are cut to it. */
export const preview = { width: 1200, height: 630 };
