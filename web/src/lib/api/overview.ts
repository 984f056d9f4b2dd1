import type { MetricGroup, Overview } from '$schema/answers.ts';

export type Entry = Overview['metrics'][number];

export interface Section {
  group: MetricGroup;
  entries: Entry[];
  /** Those of the group that get a chart of their own on the dashboard. */
  charted: Entry[];
}

/**
 * The metrics of an overview by their groups, in the order of the catalogue.
 * A group of one or two is charted whole; of a larger one those with a breakdown, as there is more to see in
 * them, or the first where there is none; never more than two.
 */
export function sectionsOf({ groups, metrics }: Overview): Section[] {
  return groups
    .map((group) => {
      const entries = metrics.filter(({ figures }) => figures.metric.group === group.id);
      const parted = entries.filter(({ figures }) => figures.metric.breakdown !== null);
      const charted = entries.length <= 2 ? entries : parted.length ? parted : entries.slice(0, 1);
      return { group, entries, charted: charted.slice(0, 2) };
    })
    .filter(({ entries }) => entries.length > 0);
}
