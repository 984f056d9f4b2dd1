/** `auto` is the reader's own theme, which a file cannot know: only a frame takes it, and goes by it unless told. */
export const themes = ['light', 'dark', 'auto'] as const;

/** The theme that the address of a frame asks for; null: the reader's own. */
export function readTheme(params: URLSearchParams): 'light' | 'dark' | null {
  const theme = params.get('theme');
  return theme === 'light' || theme === 'dark' ? theme : null;
}
