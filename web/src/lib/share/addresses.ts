import { sizes } from '$lib/chart/files/request.ts';
import { baseLocale } from '$lib/paraglide/runtime.js';
import type { Choices } from './choices.ts';

/** A chart that is to be taken somewhere: which, in which state of the record, and how it is to look. */
export interface Shared {
  /** The site, such as `https://yearbook.example.org`. */
  origin: string;
  metric: string;
  /** The short name that staff gave it, whose view is fixed; null: it has none. */
  saved: string | null;
  /** The pairs of the view that differ from the usual one; a name holds them itself. */
  view: readonly (readonly [string, string])[];
  /** What all forms are held at; null: they follow the record. */
  release: number | null;
  /** Whether sample figures are left out. */
  withoutSample: boolean;
  choices: Choices;
}

/** The forms that a chart can be downloaded in, by what they are for. */
export const forms = {
  image: ['png', 'svg'],
  office: ['docx', 'pptx'],
  data: ['xlsx', 'csv', 'json', 'jsonstat'],
} as const;
export type Form = (typeof forms)[keyof typeof forms][number];

/** What matters to a form, beside what is shown: an address says nothing that has no effect. */
const styled = {
  svg: ['theme', 'width', 'title', 'verify'],
  png: ['theme', 'width', 'title', 'verify'],
  docx: ['title', 'verify'],
  pptx: ['theme', 'title', 'verify'],
  xlsx: ['verify'],
  csv: ['verify'],
  json: ['verify'],
  jsonstat: ['verify'],
  embed: ['title', 'verify'],
} as const satisfies Record<Form | 'embed', readonly (keyof ReturnType<typeof lookOf>)[]>;

/** The pairs that say how a chart looks; null is as usual and is left out. */
const lookOf = ({ theme, width, titled, verified }: Choices) => ({
  theme: theme === 'light' ? null : theme,
  width: width === sizes.usual ? null : String(width),
  title: titled ? null : 'hide',
  verify: verified ? null : 'hide',
});

const whatOf = ({ saved, view, withoutSample, release }: Shared): (readonly [string, string])[] => [
  ...(saved === null ? view : []),
  ...(withoutSample ? [['sample', 'exclude'] as const] : []),
  ...(release === null ? [] : [['release', String(release)] as const]),
];

function write(path: string, pairs: readonly (readonly [string, string])[]): string {
  const query = new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString();
  return query ? `${path}?${query}` : path;
}

function writeFor(shared: Shared, path: string, form: Form | 'embed', scale = 1): string {
  const { language } = shared.choices;
  const look = lookOf(shared.choices);
  return write(path, [
    ...whatOf(shared),
    ...(language === baseLocale ? [] : [['lang', language] as const]),
    ...styled[form].flatMap((key) => (look[key] === null ? [] : [[key, look[key]] as const])),
    ...(scale === 1 ? [] : [['scale', String(scale)] as const]),
  ]);
}

/** By what frames and the page of sharing know a chart. */
export const keyOf = ({ metric, saved }: Pick<Shared, 'metric' | 'saved'>): string =>
  saved === null ? metric : `c/${saved}`;

/** Where the chart's page is, below the language. */
export const pageOf = ({ metric, saved }: Pick<Shared, 'metric' | 'saved'>): string =>
  saved === null ? `/metrics/${metric}` : `/c/${saved}`;

/** The page of this view, in the language of the chart; whole. */
export const linkOf = (shared: Shared): string =>
  shared.origin + write(`/${shared.choices.language}${pageOf(shared)}`, whatOf(shared));

/** The page for frames elsewhere, in the theme that was chosen: else it would be in that of its readers; whole. */
export function embedOf(shared: Shared): string {
  const address = writeFor(shared, `/embed/${keyOf(shared)}`, 'embed');
  const joined = `${address}${address.includes('?') ? '&' : '?'}theme=${shared.choices.theme}`;
  return shared.origin + joined;
}

/** The chart as a file, from the root of the site. `scale` is of a PNG: 1, 2 or 3. */
export const fileOf = (shared: Shared, form: Form, scale = 1): string =>
  writeFor(
    shared,
    `${shared.saved === null ? '/charts' : ''}/${keyOf(shared)}.${form}`,
    form,
    scale,
  );

/** Where staff give the view a short name; its look and its release are not part of that. */
export const namingOf = ({ metric, view }: Shared): string =>
  write('/staff/charts/new', [['metric', metric], ...view]);
