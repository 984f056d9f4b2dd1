import type { Context } from 'hono';

/** Media types of the files of data. */
export const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonstat: 'application/json; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
  txt: 'text/plain; charset=utf-8',
} as const;

/** What a file is of: its name tells it apart from that of any other state. */
interface State {
  release: { n: number };
  sample: 'include' | 'exclude';
}

/** Answers a file to keep, named after what it holds, its release, and whether sample figures were left out. */
export const answerFile = (
  c: Context,
  what: string,
  ending: keyof typeof types,
  { release, sample }: State,
  body: string | Uint8Array<ArrayBuffer>,
) =>
  c.body(body, 200, {
    'content-type': types[ending],
    'content-disposition': `attachment; filename="${what}-release-${release.n}${sample === 'exclude' ? '-without-sample' : ''}.${ending}"`,
  });
