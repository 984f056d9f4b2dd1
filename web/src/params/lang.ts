import { locales } from '$lib/paraglide/runtime.js';

/** The languages of the site are the folders of `web/messages` named in `project.inlang/settings.json`. */
export const match = (value: string): boolean => (locales as readonly string[]).includes(value);
