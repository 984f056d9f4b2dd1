import { nameKey } from '../../../schema/register/name-key.ts';
import type { RecordKind } from '../../../schema/register/words.ts';
import type { CatalogueContents, CatalogueEntry } from '../../../schema/staff/catalogue.ts';
import { contentsOf, splitKey } from '../../../schema/staff/catalogue-checks.ts';
import type { RecordProblem } from '../../../schema/staff/register-problems.ts';
import type { RegisterRefusal } from '../../../schema/staff/register-checks.ts';
import type { Localised } from '../../../schema/vocabulary.ts';

type Named = { id: string; names: Localised };

/** The breakdowns that a record can be part of. */
export interface Breakdowns {
  all: (Named & { members: Named[] })[];
  /** By which breakdowns metrics split what they count of a kind. */
  ofKind: ReadonlyMap<RecordKind, ReadonlySet<string>>;
}

/** The breakdowns that a file may name, from what the catalogue will be with the next release. */
export function listBreakdowns(entries: readonly CatalogueEntry[]): Breakdowns {
  const members = contentsOf(entries, 'member').map(({ key, content }) => {
    const [breakdown, id] = splitKey(key);
    return { breakdown, id, names: content.names };
  });
  const metrics = new Map<string, CatalogueContents['metric']>(
    contentsOf(entries, 'metric').map(({ key, content }) => [key, content]),
  );
  const ofKind = new Map<RecordKind, Set<string>>();
  for (const { key, content } of contentsOf(entries, 'count')) {
    const breakdown = metrics.get(key)?.breakdown;
    if (!breakdown) continue;
    const found = ofKind.get(content.kind) ?? new Set();
    ofKind.set(content.kind, found.add(breakdown));
  }
  return {
    all: contentsOf(entries, 'breakdown').map(({ key, content }) => ({
      id: key,
      names: content.names,
      members: members.filter(({ breakdown }) => breakdown === key),
    })),
    ofKind,
  };
}

const isCalled = (text: string) => {
  const key = nameKey(text);
  return ({ id, names }: Named) =>
    id === text || Object.values(names).some((one) => nameKey(one) === key);
};

export type ResolvedMember =
  | { breakdown: string; member: string }
  | { field: 'breakdown' | 'member'; problem: RecordProblem | RegisterRefusal };

/**
 * The member that a file names by id or by a name in any language. Without a breakdown it is one of those by which
 * metrics split what they count of this kind; else of whichever has one.
 * @param breakdown as the file names it; null: it does not
 */
export function resolveMember(
  { breakdown, member }: { breakdown: string | null; member: string },
  kind: RecordKind,
  { all, ofKind }: Breakdowns,
): ResolvedMember {
  const within = breakdown === null ? all : all.filter(isCalled(breakdown));
  if (within.length === 0) return { field: 'breakdown', problem: 'unknown_member' };
  const found = within.flatMap((one) =>
    one.members.filter(isCalled(member)).map(({ id }) => ({ breakdown: one.id, member: id })),
  );
  const usual = found.filter((one) => ofKind.get(kind)?.has(one.breakdown));
  const [first, ...others] = breakdown === null && usual.length > 0 ? usual : found;
  if (!first) return { field: 'member', problem: 'unknown_member' };
  return others.length > 0 ? { field: 'member', problem: 'several_members' } : first;
}
