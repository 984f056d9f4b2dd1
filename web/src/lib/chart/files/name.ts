import * as m from '$lib/paraglide/messages.js';
import { yearRange } from '$lib/words/lists.ts';
import { textOf } from '$lib/words/text.ts';
import type { ChartFile } from './chart-file.ts';

/** Signs that a file system, a shell or a header might take for something else. */
const awkward = /[\u0000-\u001f\u007f/\\:*?"<>|;%]|\p{Surrogate}/gu;

/**
 * `content-disposition` with a name that a person can read, in the language of the file (RFC 6266), and a plain one
 * for programs that know no other.
 */
export function disposition(
  kind: 'inline' | 'attachment',
  { model, metric, release }: ChartFile,
  extension: string,
): string {
  const { locale, years } = model;
  const [from, to] = [years[0] ?? '', years.at(-1) ?? ''];
  const name = m.chart_file_name(
    {
      name: textOf(metric.names, locale).slice(0, 80),
      years: years.length ? yearRange(years[0]!, years.at(-1)!, locale) : '',
      n: String(release.n),
    },
    { locale },
  );
  const encoded = encodeURIComponent(`${name.replace(awkward, ' ')}.${extension}`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = `${metric.id}-${from}-${to}-release-${release.n}.${extension}`;
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
