import { sizes } from '$lib/chart/files/request.ts';
import type { Theme } from '$lib/chart/palette.ts';
import { isLocale, type Locale } from '$lib/paraglide/runtime.js';

/** px: the widths that are offered; any other within the limits can be asked for. */
export const widths = [400, 640, 880, 1200] as const;

/** How a chart is to look wherever it is taken. */
export interface Choices {
  language: Locale;
  theme: Theme;
  /** px, of images and frames. */
  width: number;
  /** The width that was typed, where it cannot be had: another is shown. */
  wrongWidth: string | null;
  titled: boolean;
  /** Whether images and documents carry the code by which they can be checked. */
  verified: boolean;
}

/**
 * What the form on the page of sharing asks for. A width of one's own stands in `own`; what cannot be read is as
 * usual.
 * @param locale the language of the page: a chart is in it where no other is named
 */
export function readChoices(params: URLSearchParams, locale: Locale): Choices {
  const language = params.get('lang') ?? undefined;
  const given = params.get('width');
  const text = (given === 'own' ? params.get('own') : given)?.trim() ?? String(sizes.usual);
  const asked = /^\d{1,9}$/.test(text) ? Number(text) : sizes.usual;
  const width = Math.min(sizes.most, Math.max(sizes.least, asked));
  return {
    language: isLocale(language) ? language : locale,
    theme: params.get('theme') === 'dark' ? 'dark' : 'light',
    width,
    wrongWidth: text === String(width) ? null : text,
    titled: params.get('title') !== 'hide',
    verified: params.get('verify') !== 'hide',
  };
}
