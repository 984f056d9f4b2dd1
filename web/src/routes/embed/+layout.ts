import { asLocale } from '$lib/words/locale.ts';
import type { LayoutLoad } from './$types';

/** A frame has its language in its query: it is one address in every language, with one answer for each. */
export const load: LayoutLoad = ({ url }) => ({ locale: asLocale(url.searchParams.get('lang')) });
