import type { CellContent } from '../../schema/staff/words.ts';
import type { source } from '../../schema/tables.ts';
import type { ChangeReason, Localised } from '../../schema/vocabulary.ts';
import type { PublishedCell } from '../../schema/staff/cells.ts';
import { isAsPublished, returnSource } from './as-published.ts';
import { cellKeyOf, type CellId } from './return-cells.ts';
import type { FigureRow } from './rows.ts';

type SourceRow = typeof source.$inferSelect;

/** What a return proposes for one figure; content null: as published. */
export type FigureDraft = CellId & { content: CellContent | null };

/** A figure as it is public. */
export type PublicFigure = CellId & PublishedCell;

/** What is public before a release, of the years it publishes, and what it makes of it. */
export interface Publication {
  /** Number of the release. */
  n: number;
  reason: ChangeReason;
  years: { year: number; complete: boolean }[];
  drafts: FigureDraft[];
  figures: PublicFigure[];
  targets: { metric: string; year: number; sample: boolean }[];
  closedYears: number[];
  /** Ids of the sources that are open, those that the same release opens included. */
  sources: string[];
  centre: Localised;
  /** Day of the publication in the centre's time zone, as 2024-08-06. */
  day: string;
}

/** Which windows close with the release before, and which open with this one. */
export interface Published {
  figures: { close: PublicFigure[]; open: FigureRow[] };
  /** Sample targets. */
  targets: { close: { metric: string; year: number }[] };
  closedYears: { close: number[]; open: number[] };
  sources: { open: SourceRow[] };
}

/** What a release of these drafts changes: which windows close and which rows open. Changes nothing itself. */
export function planPublication(publication: Publication): Published {
  const figures = planFigures(publication);
  const sourced = new Set(figures.open.map(seriesYear));
  return {
    figures,
    targets: {
      close: publication.targets.filter((row) => row.sample && sourced.has(seriesYear(row))),
    },
    closedYears: planClosedYears(publication),
    sources: { open: planSources(publication, figures.open) },
  };
}

const seriesYear = (of: { metric: string; year: number }) => `${of.metric}~${of.year}`;

function planFigures({ n, reason, drafts, figures }: Publication): Published['figures'] {
  const published = new Map(figures.map((row) => [cellKeyOf(row), row]));
  const changed = drafts.filter((draft) => !isAsPublished(draft, published.get(cellKeyOf(draft))));
  const open = changed.flatMap(({ metric, year, member, content }): FigureRow[] => {
    if (content === null || content.withdrawn) return [];
    const { value, qualifier, status, note } = content;
    const figure = { value, qualifier, status, note, source: content.source ?? returnSource(year) };
    const window = { firstRelease: n, lastRelease: null };
    return [{ metric, year, member, ...window, ...figure, sample: false, reason }];
  });
  const replaced = new Set(changed.map(cellKeyOf));
  const sourced = new Set(open.map(seriesYear));
  // A sample figure never stands beside a sourced one of the same metric and year: no total mixes both.
  const close = figures.filter(
    (row) => replaced.has(cellKeyOf(row)) || (row.sample && sourced.has(seriesYear(row))),
  );
  return { close, open };
}

function planClosedYears({ years, closedYears }: Publication): Published['closedYears'] {
  const listed = (complete: boolean) =>
    years.filter((one) => one.complete === complete).map(({ year }) => year);
  return {
    close: listed(false).filter((year) => closedYears.includes(year)),
    open: listed(true).filter((year) => !closedYears.includes(year)),
  };
}

function planSources({ n, sources, centre, day }: Publication, open: FigureRow[]): SourceRow[] {
  const years = [...new Set(open.map((row) => row.year))];
  const needed = years.filter(
    (year) =>
      !sources.includes(returnSource(year)) &&
      open.some((row) => row.source === returnSource(year)),
  );
  return needed.map((year) => ({
    id: returnSource(year),
    firstRelease: n,
    lastRelease: null,
    kind: 'register',
    titles: { zh: `${year}年度报表`, en: `Return for ${year}` },
    publisher: centre,
    publishedOn: day,
    url: null,
  }));
}
