import { api, take } from '$lib/api/client.ts';
import { writeAtom } from '$lib/words/atom.ts';
import { formatDate } from '$lib/words/dates.ts';
import { releaseInWords } from '$lib/words/releases.ts';
import { textOf } from '$lib/words/text.ts';
import * as m from '$messages';
import type { RequestHandler } from './$types';

/** The newest fifty releases as an Atom feed. It follows new ones, so the release of the address says nothing. */
export const GET: RequestHandler = async ({ fetch, url, locals: { locale } }) => {
  const query = { limit: '50', changes: 'include' } as const;
  const list = await take(api({ fetch, url }).releases.$get({ query }), locale);
  const centre = list.centre ? textOf(list.centre.names, locale) : m.product_name({}, { locale });
  const page = `${url.origin}/${locale}/releases`;
  const body = writeAtom({
    self: `${page}.atom`,
    page,
    language: m.locale_tag({}, { locale }),
    title: m.page_title({ title: m.releases_title({}, { locale }), centre }, { locale }),
    author: centre,
    entries: list.releases.map((release) => {
      const { n, publishedAt } = release;
      const date = formatDate(publishedAt, locale, list.centre?.timeZone ?? 'UTC');
      return {
        url: `${page}/${n}`,
        title: m.release_dated({ n, date }, { locale }),
        publishedAt,
        summary: releaseInWords(release, locale),
      };
    }),
  });
  return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
