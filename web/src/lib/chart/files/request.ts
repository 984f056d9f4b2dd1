import type { MetricFigures } from '$schema/answers.ts';
import { viewKeys } from '$schema/chart-views.ts';
import * as m from '$lib/paraglide/messages.js';
import { locales, type Locale } from '$lib/paraglide/runtime.js';
import { possibleShows, possibleTypes, readView, type ViewBounds } from '../view.ts';
import type { View } from '../types.ts';
import type { ImageStyle } from './chart-file.ts';

/** What the address of a chart takes besides its view, which that of a saved one has of itself. */
export const besidesView = [
  'lang',
  'theme',
  'release',
  'as_of',
  'sample',
  'width',
  'height',
  'size',
  'scale',
  'title',
  'verify',
] as const;

/** What every address of a chart takes, whatever its form: the same query in each is the same view. */
export const parameters = [...viewKeys, ...besidesView] as const;

/** px: an image is never narrower, lower, wider or higher; a size beyond is brought to these. */
export const sizes = { least: 240, most: 2400, usual: 880 };

/**
 * Faults of one address that are told, and signs of a name that nobody knows: what is made of them, an image among
 * others, must not grow with an address.
 */
const MOST_FAULTS = 20;
const MOST_OF_NAME = 60;

/** A parameter that cannot be read, and what was expected, in any language. */
export interface Fault {
  field: string;
  expected: (locale: Locale) => string;
}

export interface ChartRequest {
  view: View;
  style: ImageStyle;
}

/** What is expected where a parameter takes one of a few words. */
export const expectOneOf =
  (values: readonly string[]) =>
  (locale: Locale): string =>
    m.chart_file_expected({ list: values.join(m.chart_file_or({}, { locale })) }, { locale });

/**
 * What is wrong with a query before anything is read: parameters that no chart has, those given twice, and words
 * that are none of those they take. What reads the record (`release`, `as_of`) is for the API to judge.
 * @param taken the parameters that the address takes
 */
export function findFaults(
  params: URLSearchParams,
  taken: readonly string[] = parameters,
): Fault[] {
  const faults: Fault[] = [];
  for (const field of new Set(params.keys())) {
    if (!taken.includes(field)) {
      const list = taken.join(', ');
      const name = field.slice(0, MOST_OF_NAME);
      faults.push({
        field: name,
        expected: (locale) => m.chart_file_unknown({ list }, { locale }),
      });
    } else if (params.getAll(field).length > 1) {
      faults.push({ field, expected: (locale) => m.chart_file_once({}, { locale }) });
    }
  }
  const words = {
    lang: locales,
    theme: ['light', 'dark'],
    sample: ['include', 'exclude'],
    size: ['preview'],
    scale: ['1', '2', '3'],
    title: ['show', 'hide'],
    verify: ['show', 'hide'],
  };
  for (const [field, values] of Object.entries(words)) {
    const value = params.get(field);
    if (value !== null && !(values as readonly string[]).includes(value))
      faults.push({ field, expected: expectOneOf(values) });
  }
  for (const field of ['width', 'height'])
    if (!/^\d{1,5}$/.test(params.get(field) ?? '0'))
      faults.push({ field, expected: (locale) => m.chart_file_expected_size({}, { locale }) });
  return faults.slice(0, MOST_FAULTS);
}

/** What a chart of this metric cannot show, of what the query asks for. `breakdown`: its id, a word for `members`. */
function findImpossible(params: URLSearchParams, bounds: ViewBounds): Fault[] {
  const faults: Fault[] = [];
  const check = (field: string, values: readonly string[]) => {
    const value = params.get(field);
    if (value === null || values.includes(value)) return;
    faults.push({ field, expected: expectOneOf(values) });
  };
  const { from, to } = bounds;
  const share = params.get('show') === 'share';
  check('show', possibleShows(bounds));
  check('by', !bounds.hasBreakdown ? ['total'] : share ? ['members'] : ['members', 'total']);
  check('type', possibleTypes(readView(params, '', bounds), bounds));
  for (const field of ['from', 'to']) {
    const text = params.get(field) ?? String(from);
    if (/^\d{4}$/.test(text) && Number(text) >= from && Number(text) <= to) continue;
    const ends = { from: String(from), to: String(to) };
    faults.push({ field, expected: (locale) => m.chart_file_expected_year(ends, { locale }) });
  }
  if (!faults.length && Number(params.get('from') ?? from) > Number(params.get('to') ?? to))
    faults.push({
      field: 'to',
      expected: (locale) => m.chart_file_expected_order({}, { locale }),
    });
  return faults;
}

const clamp = (value: number) => Math.min(sizes.most, Math.max(sizes.least, value));

/** How an image is to look; what cannot be read is as usual. Sizes are brought to what an image can have. */
export function readStyle(params: URLSearchParams): ImageStyle {
  const size = (field: string) => {
    const text = params.get(field);
    return text !== null && /^\d{1,5}$/.test(text) ? clamp(Number(text)) : null;
  };
  return {
    theme: params.get('theme') === 'dark' ? 'dark' : 'light',
    width: size('width') ?? sizes.usual,
    height: size('height'),
    titled: params.get('title') !== 'hide',
    ...(params.get('size') === 'preview' && { preview: true }),
  };
}

/** The chart that a query without {@link findFaults} asks for, or why there is none. */
export function readRequest(
  given: URLSearchParams,
  { metric, from, to }: Pick<MetricFigures, 'metric' | 'from' | 'to'>,
): ChartRequest | Fault[] {
  const params = new URLSearchParams(given);
  if (metric.breakdown && params.get('by') === metric.breakdown.id) params.set('by', 'members');
  const bounds = { from, to, hasBreakdown: metric.breakdown !== null, additive: metric.additive };
  const faults = findImpossible(params, bounds);
  if (faults.length) return faults;
  return { view: readView(params, '', bounds), style: readStyle(params) };
}
