import { nameKey } from '../../../schema/register/name-key.ts';
import type { OrganisationContent } from '../../../schema/staff/register.ts';
import type { RecordField } from '../../../schema/staff/register-fields.ts';
import { organisationContent } from '../../../schema/staff/register.ts';
import type { Localised } from '../../../schema/vocabulary.ts';
import { fault, type Fault } from './problems.ts';
import type { ReadRow } from './read-rows.ts';
import { inItsLanguage, type Unread } from './resolve-sources.ts';
import { slugOf, takeId } from './slugs.ts';

export type KnownOrganisations = ReadonlyMap<string, OrganisationContent>;

/** An organisation of a file that may be one on the register. */
export interface Question {
  /** A key of its name, by which it is answered. */
  key: string;
  name: string;
  country: string | null;
  rows: number[];
  /** Ids. */
  candidates: string[];
  /** Id of the same one; '': it is another; null: not settled. */
  answer: string | null;
}

export interface NewOrganisation {
  row: number;
  key: string;
  names: Localised;
  said: Pick<ReadRow['values'], 'organisation_kind' | 'country' | 'website' | 'inferred'>;
}

export type ResolvedOrganisation =
  | { id: string; unread: Unread[] }
  /** It waits for an answer. */
  | { waits: true }
  | { fault: Fault }
  | null;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** The names by which a row calls an organisation, and the id where it may be one. */
export function namesIn({ values }: Pick<ReadRow, 'values'>) {
  const { organisation = null, organisation_zh: zh = null, organisation_en: en = null } = values;
  const id = organisation !== null && ID.test(organisation) ? organisation : null;
  const own = { ...(zh && { zh }), ...(en && { en }) };
  // What looks like an id is a name where there is no other.
  const isName = organisation !== null && (id === null || Object.keys(own).length === 0);
  const names: Localised = { ...(isName ? inItsLanguage(organisation) : {}), ...own };
  const called = [...new Set([...(isName ? [organisation] : []), ...Object.values(own)])];
  return { id, names, called, keys: [...new Set(called.map(nameKey))].filter((key) => key !== '') };
}

/** What the id of an organisation that a row brings begins with. */
export const baseOf = (row: Pick<ReadRow, 'values'>): string => {
  const { names } = namesIn(row);
  return slugOf([names['en'], names['zh']]) || (row.values.organisation_kind ?? 'organisation');
};

/**
 * Finds the organisations that a file names on the register, and gathers those that it brings. A name that is there in
 * exactly these signs is that one; otherwise written, or with another country, a person has to say whether it is.
 */
export class OrganisationDesk {
  readonly made = new Map<string, NewOrganisation>();
  readonly questions = new Map<string, Question>();
  readonly #known: KnownOrganisations;
  readonly #byName: ReadonlyMap<string, readonly string[]>;
  readonly #answers: Readonly<Record<string, string>>;
  readonly #taken: Set<string>;
  /** Those that the file brings, by what they are called. */
  readonly #madeByKey = new Map<string, NewOrganisation>();

  constructor(
    known: KnownOrganisations,
    answers: Readonly<Record<string, string>>,
    taken: ReadonlySet<string>,
  ) {
    this.#known = known;
    this.#answers = answers;
    this.#taken = new Set(taken);
    const byName = new Map<string, string[]>();
    for (const [id, { names }] of known) {
      for (const key of new Set(Object.values(names).map(nameKey))) {
        byName.set(key, [...(byName.get(key) ?? []), id]);
      }
    }
    this.#byName = byName;
  }

  /** @returns null where the row names none */
  resolve(row: ReadRow): ResolvedOrganisation {
    const named = namesIn(row);
    if (named.id !== null && this.#known.has(named.id)) return this.#take(named.id, row);
    if (named.keys.length === 0) return null;
    const candidates = [...new Set(named.keys.flatMap((key) => this.#byName.get(key) ?? []))];
    const country = row.values.country ?? null;
    const texts = named.called.map(plain);
    const exact = candidates.filter((id) => {
      const body = this.#known.get(id)!;
      const agrees = country === null || body.country === null || body.country === country;
      return agrees && Object.values(body.names).some((name) => texts.includes(plain(name)));
    });
    if (exact.length === 1) return this.#take(exact[0]!, row);
    if (candidates.length === 0) return this.#make(row, named);
    const answer = this.#ask(row, named, candidates);
    if (answer === null) return { waits: true };
    return answer === '' ? this.#make(row, named) : this.#take(answer, row);
  }

  #ask(
    { row, values }: ReadRow,
    { called, keys }: ReturnType<typeof namesIn>,
    candidates: string[],
  ): string | null {
    const key = keys[0]!;
    const said = Object.hasOwn(this.#answers, key) ? this.#answers[key]! : null;
    const answer = said === '' || (said !== null && candidates.includes(said)) ? said : null;
    const question = this.questions.get(key);
    if (question) question.rows.push(row);
    else {
      const asked = { name: called[0]!, country: values.country ?? null, rows: [row] };
      this.questions.set(key, { key, ...asked, candidates, answer });
    }
    return answer;
  }

  #take(id: string, { row, values, textOf }: ReadRow): ResolvedOrganisation {
    const body = this.#known.get(id)!;
    const names = Object.values(body.names).map(nameKey);
    const said: [RecordField, unknown, unknown][] = [
      ['organisation_kind', values.organisation_kind, body.kind],
      ['country', values.country, body.country],
      ['website', values.website, body.website],
      ['inferred', values.inferred?.join(), body.inferred.join()],
    ];
    const other = (['organisation_zh', 'organisation_en'] as const).filter(
      (field) => values[field] && !names.includes(nameKey(values[field])),
    );
    const fields = [...said.flatMap(([field, a, b]) => (a && a !== b ? [field] : [])), ...other];
    return {
      id,
      unread: fields.map((field) => ({ row, field, value: textOf(field).slice(0, 200), of: id })),
    };
  }

  /** One that the file brings; its rows complete each other. */
  #make(row: ReadRow, { id, names, keys }: ReturnType<typeof namesIn>): ResolvedOrganisation {
    const isGiven = id !== null && keys.every((key) => key !== nameKey(id));
    const by = isGiven ? [`#${id}`, ...keys] : keys;
    const found = by.map((key) => this.#madeByKey.get(key)).find((one) => one !== undefined);
    const { organisation_kind, country, website, inferred } = row.values;
    const said = { organisation_kind, country, website, inferred };
    if (!found) {
      if (isGiven && this.#taken.has(id)) {
        return { fault: fault(row.row, 'organisation', id, 'id_taken') };
      }
      const key = takeId(isGiven ? id : baseOf(row), this.#taken);
      const made = { row: row.row, key, names, said };
      this.made.set(key, made);
      for (const one of by) this.#madeByKey.set(one, made);
      return { id: key, unread: [] };
    }
    for (const field of ['organisation_kind', 'country', 'website', 'inferred'] as const) {
      const value = said[field] ?? null;
      if (value === null) continue;
      const before = found.said[field] ?? null;
      if (before !== null && String(before) !== String(value)) {
        return { fault: fault(row.row, field, row.textOf(field), 'rows_differ') };
      }
      found.said = { ...found.said, [field]: value };
    }
    found.names = { ...names, ...found.names };
    for (const one of by) this.#madeByKey.set(one, found);
    return { id: found.key, unread: [] };
  }
}

/** A new organisation as it shall be saved, or why it cannot be. */
export function toOrganisation({
  names,
  said,
}: NewOrganisation):
  { content: OrganisationContent } | { code: Fault['code']; field: RecordField } {
  const { organisation_kind: kind, country = null, website = null, inferred } = said;
  if (!kind) return { code: 'organisation_kind_missing', field: 'organisation_kind' };
  const content = { kind, names, country, website, inferred: inferred ?? [] };
  const read = organisationContent.safeParse(content);
  return read.success ? { content: read.data } : { code: 'not_as_expected', field: 'organisation' };
}
