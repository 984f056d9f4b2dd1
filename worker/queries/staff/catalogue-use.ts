import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { contentsOf, splitKey, type UsedCell } from '../../../schema/staff/catalogue-checks.ts';
import type { CatalogueEntry } from '../../../schema/staff/catalogue.ts';
import { draft } from '../../../schema/staff/tables.ts';
import type { CatalogueKind } from '../../../schema/staff/words.ts';
import { breakdown, figure, member, metric, metricGroup, source } from '../../../schema/tables.ts';
import { jsonList } from '../window.ts';
import type { StaffDb } from './open.ts';

/** The figures, public and proposed, that stand and fall with a row: of a metric, of a member's metrics, of a source. */
export async function listUsedCells(
  db: StaffDb,
  entries: readonly CatalogueEntry[],
  kind: CatalogueKind,
  key: string,
): Promise<UsedCell[]> {
  const metrics = metricsOf(entries, kind, key);
  if (metrics.length === 0 && kind !== 'source') return [];
  const member = kind === 'member' ? splitKey(key)[1] : null;
  const ofDraft = sql<string | null>`json_extract(${draft.content}, '$.source')`;
  const [figures, drafts] = await db.batch([
    db
      .select()
      .from(figure)
      .where(
        and(
          isNull(figure.lastRelease),
          kind === 'source' ? eq(figure.source, key) : inArray(figure.metric, jsonList(metrics)),
          member === null ? undefined : eq(figure.member, member),
        ),
      ),
    db
      .select()
      .from(draft)
      .where(
        and(
          kind === 'source' ? eq(ofDraft, key) : inArray(draft.metric, jsonList(metrics)),
          member === null ? undefined : eq(draft.member, member),
        ),
      ),
  ]);
  return [
    ...figures.map(({ metric, member, year, value, source }) => ({
      ...{ metric, member, year, value, source },
      draft: false,
    })),
    ...drafts.flatMap(({ metric, member, year, content }) =>
      content === null || content.withdrawn
        ? []
        : [
            {
              ...{ metric, member, year },
              value: content.value,
              source: content.source,
              draft: true,
            },
          ],
    ),
  ];
}

function metricsOf(entries: readonly CatalogueEntry[], kind: CatalogueKind, key: string): string[] {
  if (kind === 'metric') return [key];
  if (kind !== 'member') return [];
  const [breakdown] = splitKey(key);
  return contentsOf(entries, 'metric')
    .filter(({ content }) => content.breakdown === breakdown)
    .map((one) => one.key);
}

/** Whether any release ever had a row of this kind and key. An id stays what it was: it never names something else. */
export async function wasPublic(db: StaffDb, kind: CatalogueKind, key: string): Promise<boolean> {
  const table = { group: metricGroup, breakdown, metric, source }[kind as 'group'];
  if (kind === 'member') {
    const [of, id] = splitKey(key);
    const found = await db
      .select({ id: member.id })
      .from(member)
      .where(and(eq(member.breakdown, of), eq(member.id, id)))
      .limit(1);
    return found.length > 0;
  }
  if (!table) return false;
  const found = await db.select({ id: table.id }).from(table).where(eq(table.id, key)).limit(1);
  return found.length > 0;
}

/** From which year to which each metric has figures: reads the rows that are open in the newest release. */
export const listSpans = (db: StaffDb): Promise<{ metric: string; from: number; to: number }[]> =>
  db
    .select({
      metric: figure.metric,
      from: sql<number>`min(${figure.year})`,
      to: sql<number>`max(${figure.year})`,
    })
    .from(figure)
    .where(isNull(figure.lastRelease))
    .groupBy(figure.metric);
