import { registerNames } from '$lib/words/register-names.ts';
import { listRegisterDifferences } from '$lib/words/register-differences.ts';
import type { Difference } from '$lib/words/differences.ts';
import { formatNumber } from '$lib/words/numbers.ts';
import { straight, textOf } from '$lib/words/text.ts';
import type { Locale } from '$lib/words/locale.ts';
import type { AuditAnswer, AuditEntry } from '$schema/staff/audit.ts';
import type { RegisterContent } from '$schema/staff/register.ts';
import type { RegisterKind } from '$schema/staff/words.ts';
import * as m from '$messages';

/** How what entries of the register name is called. */
export type RegisterTrailNames = Pick<
  AuditAnswer,
  'sources' | 'breakdowns' | 'organisations' | 'records'
>;

/** What a merge keeps of itself in the trail. */
interface Merged {
  /** Id of the organisation that stays. */
  into: string;
  /** Records that it changed; their entries stand before its own. */
  records: number;
}

type Told = Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after'>;

/** Whether an entry of the trail tells of a record or an organisation. */
export const isOfRegister = ({ action }: Pick<AuditEntry, 'action'>): boolean =>
  action.startsWith('register_') || action === 'organisations_merged';

export const isMerge = ({ action }: Pick<AuditEntry, 'action'>): boolean =>
  action === 'organisations_merged';

/** What the entry of a merge (`isMerge`) tells. */
export const mergedOf = ({ after }: Pick<AuditEntry, 'after'>) => after as Merged;

/** The entry of the register that a subject names, such as `record kunming-forum-2022`; null: none. */
export function readSubject(subject: string | null): { kind: RegisterKind; key: string } | null {
  const found = /^(organisation|record) ([a-z0-9-]+)$/.exec(subject ?? '');
  return found ? { kind: found[1] as RegisterKind, key: found[2]! } : null;
}

/** Where staff see what a subject names. */
export const registerPath = ({ kind, key }: { kind: RegisterKind; key: string }): string =>
  `/staff/register/${kind === 'record' ? 'records' : 'organisations'}/${key}`;

/** What an entry is called by what it keeps: "agreement “…”". */
export function entryName({ action, subject, before, after }: Told, locale: Locale): string {
  const sides = action === 'register_saved' ? [after, before] : [before, after];
  const content = sides.find((side) => side !== null) as RegisterContent | undefined;
  const { kind = 'record', key = '' } = readSubject(subject) ?? {};
  if (!content) return m.sorg_trail_entry({ kind, name: key }, { locale });
  const isRecord = 'titles' in content;
  const name = textOf(isRecord ? content.titles : content.names, locale) || key;
  return m.sorg_trail_entry({ kind: isRecord ? content.kind : kind, name }, { locale });
}

const namedBy = (names: RegisterTrailNames, id: string, locale: Locale): string =>
  textOf(names.organisations.find((one) => one.id === id)?.names, locale) || id;

/** What was done to the register, in words. */
export function whatOfRegister(entry: Told, names: RegisterTrailNames, locale: Locale): string {
  const { action, before, after } = entry;
  const into = isMerge(entry) ? namedBy(names, mergedOf(entry).into, locale) : '';
  const what = isMerge(entry)
    ? 'merged'
    : action === 'register_discarded'
      ? 'discarded'
      : after === null
        ? 'withdrawn'
        : before === null
          ? 'added'
          : 'changed';
  return m.sorg_trail_what({ what, entry: entryName(entry, locale), into }, { locale });
}

/** What an entry of the register changed, field by field; of a merge, into what and how many records. */
export function registerDifferences(
  entry: Told,
  names: RegisterTrailNames,
  locale: Locale,
): Difference[] {
  if (!isMerge(entry)) {
    const [before, after] = [entry.before, entry.after] as (RegisterContent | null)[];
    return listRegisterDifferences(before!, after!, registerNames(names), locale);
  }
  const { into, records } = mergedOf(entry);
  const row = (field: string, text: string): Difference => ({
    ...{ path: field, label: m.audit_field({ field }, { locale }) },
    ...{ before: null, after: text },
  });
  return [
    row('into', straight(namedBy(names, into, locale))),
    row('records', formatNumber(records, 0, locale)),
  ];
}

/** What a restoration says of itself: the entry that it takes back, and the reason that a person gave. */
export function readRestored({ action, why }: Pick<AuditEntry, 'action' | 'why'>) {
  const found = /^#(\d+)(?: ([^]*))?$/.exec(why ?? '');
  const isOne = action === 'cell_restored' || action.startsWith('register_');
  return found && isOne ? { n: found[1]!, reason: found[2] ?? '' } : null;
}
