import { nameKey } from '../../../schema/register/name-key.ts';
import type { Source } from '../../../schema/answers.ts';
import type { CatalogueContents } from '../../../schema/staff/catalogue.ts';
import type { RecordField } from '../../../schema/staff/register-fields.ts';
import type { Localised } from '../../../schema/vocabulary.ts';
import { fault, type Fault } from './problems.ts';
import type { FileRecord } from './group-rows.ts';
import { slugOf, takeId } from './slugs.ts';

export type SourceContent = CatalogueContents['source'];
export interface NewSource {
  row: number;
  key: string;
  content: SourceContent;
}

/** What a file says of a source that is there already says otherwise. */
export interface Unread {
  row: number;
  field: RecordField;
  value: string;
  /** Id of what stays as it is. */
  of: string;
}

export type ResolvedSource = { id: string; unread: Unread[] } | { fault: Fault } | null;

const HAN = /\p{Script=Han}/u;
/** A text as one in the language that its signs are of. */
export const inItsLanguage = (text: string): Localised => ({
  [HAN.test(text) ? 'zh' : 'en']: text,
});

const withKeys = (source: Source) => ({
  ...source,
  keys: Object.values(source.titles).map(nameKey),
});

/** Finds the sources that a file names among those that are there, and gathers those that it brings. */
export class SourceDesk {
  readonly made: NewSource[] = [];
  readonly #known: (Source & { keys: string[] })[];
  readonly #taken: Set<string>;

  /** @param taken ids that are or were in use */
  constructor(known: readonly Source[], taken: ReadonlySet<string>) {
    this.#known = known.map(withKeys);
    this.#taken = new Set(taken);
  }

  /** @returns null where the file names none */
  resolve(record: FileRecord): ResolvedSource {
    const { source = null, source_url: url = null, source_date: date = null } = record.values;
    const titles = this.#titlesOf(record);
    const own = this.#known.find(({ id }) => id === source);
    if (own) return { id: own.id, unread: this.#differences(record, own) };
    if (source === null && url === null && Object.keys(titles).length === 0) return null;
    const keys = Object.values(titles).map(nameKey);
    const found = this.#known.filter(
      (one) =>
        (url !== null && one.url === url) ||
        ((date === null || one.publishedOn === null || one.publishedOn === date) &&
          (url === null || one.url === null) &&
          one.keys.some((key) => keys.includes(key))),
    );
    if (found.length > 1) return { fault: this.#say(record, 'several_sources') };
    const [one] = found;
    return one
      ? { id: one.id, unread: this.#differences(record, one) }
      : this.#make(record, titles);
  }

  #titlesOf({ values }: FileRecord): Localised {
    const zh = values.source_title_zh;
    const en = values.source_title_en;
    const said = values.source ? inItsLanguage(values.source) : {};
    return { ...said, ...(zh && { zh }), ...(en && { en }) };
  }

  #make(record: FileRecord, titles: Localised): ResolvedSource {
    const { source_kind: kind, source_date: date, source_url: url, source } = record.values;
    const { publisher_zh: zh, publisher_en: en, source_title_zh, source_title_en } = record.values;
    const isNamedAlone = !source_title_zh && !source_title_en && !kind && !url && !date;
    if (source && isNamedAlone) return { fault: this.#say(record, 'unknown_source') };
    const missing = !titles['zh'] ? 'source_title_zh' : !titles['en'] ? 'source_title_en' : null;
    if (missing) return { fault: fault(record.row, missing, '', 'source_title_missing') };
    if (!kind || kind === 'sample') {
      return { fault: fault(record.row, 'source_kind', '', 'source_kind_missing') };
    }
    const year = (date ?? record.values.date ?? String(record.values.year ?? '')).slice(0, 4);
    const base = [slugOf([titles['en'], titles['zh']]) || 'source', year].filter(Boolean).join('-');
    const key = takeId(base, this.#taken);
    const publisher = { ...(zh && { zh }), ...(en && { en }) };
    const content: SourceContent = {
      kind,
      titles,
      publisher: Object.keys(publisher).length > 0 ? publisher : null,
      publishedOn: date ?? null,
      url: url ?? null,
    };
    this.made.push({ row: record.row, key, content });
    this.#known.push(withKeys({ id: key, ...content }));
    return { id: key, unread: [] };
  }

  #differences({ row, rows, values }: FileRecord, source: Source): Unread[] {
    const said: [RecordField, string | null | undefined, string | null | undefined][] = [
      ['source_kind', values.source_kind, source.kind],
      ['source_title_zh', values.source_title_zh, source.titles['zh']],
      ['source_title_en', values.source_title_en, source.titles['en']],
      ['publisher_zh', values.publisher_zh, source.publisher?.['zh']],
      ['publisher_en', values.publisher_en, source.publisher?.['en']],
      ['source_date', values.source_date, source.publishedOn],
      ['source_url', values.source_url, source.url],
    ];
    return said.flatMap(([field, says, has]) =>
      says && nameKey(says) !== nameKey(has ?? '')
        ? [{ row, field, value: rows[0]!.textOf(field).slice(0, 200) || says, of: source.id }]
        : [],
    );
  }

  #say = ({ row, values }: FileRecord, code: Fault['code']): Fault =>
    fault(row, 'source', values.source ?? '', code);
}
