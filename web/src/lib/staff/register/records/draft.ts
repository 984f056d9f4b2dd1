import { readNumber } from '$schema/staff/numbers.ts';
import type { NamedOrganisation, PartyContent, RecordContent } from '$schema/staff/register.ts';
import { askedLanguages } from '$schema/staff/catalogue-checks.ts';
import type { Localised } from '$schema/vocabulary.ts';
import type { NamedRecord } from '../lookup/find.ts';

/** A text in every language that is asked for, and in those that it has besides. */
export type Texts = Record<string, string>;

export interface PartyDraft {
  /** Tells it from the others, wherever it is moved. */
  n: number;
  role: PartyContent['role'];
  organisation: NamedOrganisation | null;
  /** What stands in the field of the organisation while none is chosen. */
  typed: string;
  person: Texts;
  position: Texts;
}

/** A record as its form holds it: numbers and days as they are typed, '' where nothing is chosen. */
export interface RecordDraft {
  kind: RecordContent['kind'];
  year: string;
  date: string;
  titles: Texts;
  places: Texts;
  /** Breakdown and member, as `domain~biomedicine`. */
  part: string;
  partOf: NamedRecord | null;
  partOfTyped: string;
  counted: boolean;
  stage: NonNullable<RecordContent['stage']> | '';
  landedYear: string;
  value: string;
  currency: string;
  openEnded: boolean;
  note: Texts;
  source: string;
  parties: PartyDraft[];
}

/** Names of what a content only gives the ids of. */
export interface Names {
  organisations: readonly NamedOrganisation[];
  partOf: NamedRecord | null;
}

const texts = (content: Localised | null = null): Texts => ({
  ...Object.fromEntries(askedLanguages.map((language) => [language, ''])),
  ...content,
});

let count = 0;

export const newParty = (role: PartyDraft['role']): PartyDraft => ({
  ...{ n: (count += 1), role, organisation: null, typed: '' },
  ...{ person: texts(), position: texts() },
});

/** What the form of a new record begins with. */
export const newDraft = (kind: RecordDraft['kind'] = 'meeting', year = ''): RecordDraft => ({
  ...{ kind, year, date: '', titles: texts(), places: texts(), part: '' },
  ...{ partOf: null, partOfTyped: '', counted: true, stage: '', landedYear: '' },
  ...{ value: '', currency: '', openEnded: false, note: texts(), source: '', parties: [] },
});

/** What the form of a record begins with. */
export function draftOf(content: RecordContent, { organisations, partOf }: Names): RecordDraft {
  const { breakdown, member, landedYear, value } = content;
  const named = new Map(organisations.map((one) => [one.id, one]));
  return {
    kind: content.kind,
    year: String(content.year),
    date: content.date ?? '',
    titles: texts(content.titles),
    places: texts(content.places),
    part: breakdown === null ? '' : `${breakdown}~${member ?? ''}`,
    partOf:
      content.partOf === null
        ? null
        : (partOf ?? { id: content.partOf, titles: {}, year: content.year, date: null }),
    partOfTyped: '',
    counted: content.counted,
    stage: content.stage ?? '',
    landedYear: landedYear === null ? '' : String(landedYear),
    value: value === null ? '' : String(value),
    currency: content.currency ?? '',
    openEnded: content.openEnded,
    note: texts(content.note),
    source: content.source,
    parties: content.parties.map(({ role, organisation, person, position }) => ({
      ...newParty(role),
      organisation:
        organisation === null
          ? null
          : (named.get(organisation) ?? { id: organisation, names: {}, country: null }),
      person: texts(person),
      position: texts(position),
    })),
  };
}

const filled = (all: Texts): Localised =>
  Object.fromEntries(
    Object.entries(all)
      .map(([language, text]) => [language, text.trim()])
      .filter(([, text]) => text !== ''),
  );
const filledOrNull = (all: Texts): Localised | null =>
  Object.keys(filled(all)).length > 0 ? filled(all) : null;

/** A year as people type it, also in full-width digits; NaN for what is none. */
export const readYear = (text: string): number =>
  /^\d{4}$/.test(text.normalize('NFKC').trim()) ? Number(text.normalize('NFKC')) : Number.NaN;

/** An amount of money as people write it, also `1,200,000.50` and `120万`; NaN for what is none or less than nothing. */
export function readAmount(text: string): number {
  const read = readNumber(text);
  const isAmount =
    read.kind === 'value' &&
    read.qualifier === 'exact' &&
    read.value >= 0 &&
    read.value <= 1e15 &&
    Number(read.value.toFixed(2)) === read.value;
  return isAmount ? read.value : Number.NaN;
}

/** What is sent to be saved. Where a number cannot be read it is NaN, which `checkDraft` tells. */
export function contentOf(draft: RecordDraft): RecordContent {
  const [breakdown = null, member = null] = draft.part === '' ? [] : draft.part.split('~');
  const isProject = draft.kind === 'project';
  const hasLanded = isProject && draft.stage !== '' && draft.stage !== 'signed';
  return {
    kind: draft.kind,
    year: readYear(draft.year),
    date: draft.date || null,
    titles: filled(draft.titles),
    places: filledOrNull(draft.places),
    breakdown,
    member,
    partOf: draft.partOf?.id ?? null,
    counted: draft.counted,
    // What the form does not show for this kind or stage is not sent either.
    stage: isProject ? draft.stage || null : null,
    landedYear: hasLanded && draft.landedYear.trim() ? readYear(draft.landedYear) : null,
    value: draft.value.trim() ? readAmount(draft.value) : null,
    currency: draft.currency || null,
    openEnded: draft.openEnded,
    parties: draft.parties.map(({ role, organisation, person, position }) => ({
      role,
      organisation: organisation?.id ?? null,
      person: filledOrNull(person),
      position: filledOrNull(position),
    })),
    note: filledOrNull(draft.note),
    source: draft.source,
  };
}
