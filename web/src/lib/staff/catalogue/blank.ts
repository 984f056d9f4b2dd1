import type { CatalogueContents } from '$schema/staff/catalogue.ts';
import { askedLanguages } from '$schema/staff/catalogue-checks.ts';
import type { CatalogueKind } from '$schema/staff/words.ts';
import type { LocalisedUnit } from '$schema/vocabulary.ts';
import { pluralForms } from './words.ts';

const texts = () => Object.fromEntries(askedLanguages.map((language) => [language, '']));
const units = () =>
  Object.fromEntries(
    askedLanguages.map((language) => [
      language,
      { other: '', ...Object.fromEntries(pluralForms(language).map((form) => [form, ''])) },
    ]),
  );

/** An empty form of a kind. */
const blank: { [K in CatalogueKind]: () => CatalogueContents[K] } = {
  group: () => ({ position: 0, names: texts() }),
  breakdown: () => ({ names: texts() }),
  member: () => ({ position: 0, colour: 0, names: texts(), lastYear: null }),
  metric: () => ({
    group: '',
    position: 0,
    breakdown: null,
    additive: true,
    direction: 'up',
    decimals: 0,
    names: texts(),
    definitions: texts(),
    units: units(),
    lastYear: null,
  }),
  break: () => ({ reasons: texts() }),
  target: () => ({ value: Number.NaN, source: '' }),
  source: () => ({
    kind: 'official',
    titles: texts(),
    publisher: texts(),
    publishedOn: null,
    url: null,
  }),
  count: () => ({ kind: 'meeting', role: null, landed: false }),
};

/** A content as a form holds it: every text that is asked for has its place, filled or not. */
export function toForm<K extends CatalogueKind>(
  kind: K,
  content: CatalogueContents[K] | null,
): CatalogueContents[K] {
  const empty = blank[kind]();
  return content === null ? empty : (fill(empty, content) as CatalogueContents[K]);
}

function fill(empty: unknown, content: unknown): unknown {
  if (!isObject(empty)) return content;
  if (!isObject(content)) return content ?? empty;
  const keys = [...new Set([...Object.keys(content), ...Object.keys(empty)])];
  return Object.fromEntries(keys.map((key) => [key, fill(empty[key], content[key])]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object';

/** A form's content as it is saved: without the texts that may be left empty. */
export function fromForm<K extends CatalogueKind>(
  kind: K,
  content: CatalogueContents[K],
): CatalogueContents[K] {
  if (kind === 'metric') {
    const metric = content as CatalogueContents['metric'];
    return { ...metric, units: filledForms(metric.units) } as CatalogueContents[K];
  }
  if (kind === 'source') {
    const source = content as CatalogueContents['source'];
    const isNamed = Object.values(source.publisher ?? {}).some((text) => text.trim() !== '');
    return {
      ...source,
      publisher: isNamed ? source.publisher : null,
      publishedOn: source.publishedOn || null,
      url: source.url?.trim() || null,
    } as CatalogueContents[K];
  }
  return content;
}

const filledForms = (units: LocalisedUnit): LocalisedUnit =>
  Object.fromEntries(
    Object.entries(units).map(([language, { other, ...forms }]) => [
      language,
      {
        ...Object.fromEntries(Object.entries(forms).filter(([, text]) => text?.trim())),
        other: other.trim(),
      },
    ]),
  );
