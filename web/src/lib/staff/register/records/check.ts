import type { CatalogueAnswer } from '$schema/staff/catalogue.ts';
import { contentsOf } from '$schema/staff/catalogue-checks.ts';
import {
  checkRecord,
  checkRegisterKey,
  type RegisterFrame,
  type RegisterRefusal,
} from '$schema/staff/register-checks.ts';
import type { RecordContent } from '$schema/staff/register.ts';
import { contentOf, type RecordDraft } from './draft.ts';

/** What a form can have wrong that no content can. */
export type DraftRefusal = 'not_a_year' | 'not_an_amount' | 'not_chosen' | 'not_as_expected';

/** Why a form cannot be saved, at its field (as `RegisterProblem`). */
export interface Fault {
  field: string;
  refusal: RegisterRefusal | DraftRefusal;
}

/** What of the frame a page knows; organisations and records are added from what the form names. */
export type PageFrame = Pick<RegisterFrame, 'founded' | 'currentYear' | 'members' | 'sources'>;

/** What records are measured by, of the catalogue as the next release will have it. */
export function frameOf({ entries, centre: { founded, currentYear } }: CatalogueAnswer): PageFrame {
  return {
    ...{ founded, currentYear },
    members: new Set(contentsOf(entries, 'member').map(({ key }) => key)),
    sources: new Map(
      contentsOf(entries, 'source').map(({ key, content }) => [
        key,
        { isSample: (content.kind as string) === 'sample' },
      ]),
    ),
  };
}

/** The fields in the order of the form. */
const order = [
  ...['titles', 'kind', 'year', 'date', 'stage', 'landedYear', 'places', 'key', 'parties'],
  ...['member', 'partOf', 'source', 'value', 'currency', 'note'],
];
const place = ({ field }: Fault): number => order.indexOf(field.split('.')[0]!);
const partyOf = ({ field }: Fault): number => Number(/^parties\.(\d+)/.exec(field)?.[1] ?? 0);

/**
 * What is wrong with a form, in its order: what cannot be read, and what the server would refuse as well.
 * @param isNew whether its id has not been public
 */
export function checkDraft(
  key: string,
  draft: RecordDraft,
  frame: PageFrame,
  isNew: boolean,
): Fault[] {
  const own = unreadable(draft);
  const content = contentOf(draft);
  const wrong = checkRecord(key, content, {
    ...frame,
    // Chosen from what is there: the server looks again.
    organisations: new Set(draft.parties.flatMap(({ organisation }) => organisation?.id ?? [])),
    records: new Set(draft.partOf ? [draft.partOf.id] : []),
  });
  const isYear = !own.some(({ field }) => field === 'year');
  const others = [...checkKey(key, content, isNew), ...wrong].filter(
    ({ field, refusal }) =>
      (isYear || refusal !== 'date_outside_year') &&
      !own.some((fault) => fault.field === field || fault.field.startsWith(`${field}.`)),
  );
  return [...own, ...others].toSorted((a, b) => place(a) - place(b) || partyOf(a) - partyOf(b));
}

/** An id is made of the English title: where both are missing, that is told once. */
const checkKey = (key: string, { titles }: RecordContent, isNew: boolean): Fault[] =>
  key === '' && !titles['en'] ? [] : checkRegisterKey('record', key, isNew);

function unreadable(draft: RecordDraft): Fault[] {
  const { year, landedYear, value } = contentOf(draft);
  const open = draft.parties.flatMap(({ organisation, typed }, i): Fault[] =>
    organisation === null && typed.trim() !== ''
      ? [{ field: `parties.${i}.organisation`, refusal: 'not_chosen' }]
      : [],
  );
  return [
    ...(Number.isNaN(year) ? [{ field: 'year', refusal: 'not_a_year' } as const] : []),
    ...(Number.isNaN(landedYear) ? [{ field: 'landedYear', refusal: 'not_a_year' } as const] : []),
    ...(Number.isNaN(value) ? [{ field: 'value', refusal: 'not_an_amount' } as const] : []),
    ...(draft.partOf === null && draft.partOfTyped.trim() !== ''
      ? [{ field: 'partOf', refusal: 'not_chosen' } as const]
      : []),
    ...open,
  ];
}
