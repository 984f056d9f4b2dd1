import type { Metric, Target } from '../../schema/answers.ts';
import type { DraftCell, PublishedCell } from '../../schema/staff/cells.ts';
import type { CatalogueContents } from '../../schema/staff/catalogue.ts';
import { factOf } from '../../schema/staff/checks.ts';
import type { HeldFigure, SheetCell, SheetMetric } from '../../schema/staff/returns.ts';
import { isRetired, TOTAL } from '../../schema/vocabulary.ts';
import type { FigureRow } from './rows.ts';

/** Which figure: of one metric, year, and member ('' the total). */
export interface CellId {
  year: number;
  metric: string;
  member: string;
}

export const cellKeyOf = ({ year, metric, member }: CellId): string =>
  `${metric}~${year}~${member}`;

/** The cell of a key. */
export function cellOfKey(key: string): CellId {
  const [metric = '', year = '', member = ''] = key.split('~');
  return { metric, year: Number(year), member };
}

/** What a return says of one cell, and who said it last (a name). */
export type Drafted = Omit<DraftCell, 'metric' | 'member'>;

/** What the register holds of a figure; undefined: its metric counts no records. */
export type HeldOf = (cell: CellId) => HeldFigure | undefined;

/** The cells of some years: as the newest release has them, and as the returns have them. */
export interface Cells {
  published: ReadonlyMap<string, PublishedCell>;
  drafts: ReadonlyMap<string, Drafted>;
  /** Left out where nobody asked. */
  held?: HeldOf;
}

/** A figure as the staff see it, of the row that is open. */
export const toPublishedCell = ({
  value,
  qualifier,
  status,
  sample,
  source,
  note,
}: FigureRow): PublishedCell => ({ value, qualifier, status, sample, source, note });

interface Asked {
  metrics: Metric[];
  targets: (Target & { metric: string })[];
  /** How metrics count records. */
  counts?: ReadonlyMap<string, CatalogueContents['count']>;
}

/**
 * The metrics that a year is asked for, each with its cells. What was retired before the year is left out, unless the
 * year has a figure of it.
 */
export function composeSheetMetrics(
  { metrics, targets, counts }: Asked,
  year: number,
  cells: Cells,
  commentsOf: (cell: CellId) => SheetCell['comments'] = () => [],
): SheetMetric[] {
  const find = (cell: CellId) => ({
    published: cells.published.get(cellKeyOf(cell)) ?? null,
    previous: cells.published.get(cellKeyOf({ ...cell, year: year - 1 })) ?? null,
    draft: cells.drafts.get(cellKeyOf(cell)) ?? null,
  });
  return metrics.flatMap((metric) => {
    const members = metric.breakdown?.members ?? [];
    const listed = [...members, { id: TOTAL, names: null, lastYear: null }];
    const shown = listed.flatMap(({ id: member, names, lastYear }): SheetCell[] => {
      const id = { year, metric: metric.id, member };
      const register = cells.held?.(id);
      const cell = {
        ...{ member, names, ...find(id), comments: commentsOf(id) },
        ...(register && { register }),
      };
      const isAsked = !isRetired(metric, year) && !isRetired({ lastYear }, year);
      return isAsked || hasFigure(cell) ? [cell] : [];
    });
    if (shown.length === 0) return [];
    const target = targets.find((found) => found.metric === metric.id && found.year === year);
    return [
      {
        id: metric.id,
        group: metric.group,
        names: metric.names,
        definitions: metric.definitions,
        units: metric.units,
        direction: metric.direction,
        decimals: metric.decimals,
        additive: metric.additive,
        breakdown: metric.breakdown?.names ?? null,
        breaks: metric.breaks.some((found) => found.year === year),
        target: target && !target.sample ? target.value : null,
        counts: counts?.get(metric.id) ?? null,
        cells: shown,
      },
    ];
  });
}

const hasFigure = ({ draft, published }: Pick<SheetCell, 'draft' | 'published'>): boolean =>
  (draft?.content ?? factOf(published)) !== null;
