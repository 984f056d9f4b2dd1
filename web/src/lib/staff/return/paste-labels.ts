/** A cell that a block can land in, with the names that a table may call it by, in every language. */
export interface PasteCell {
  key: string;
  metric: string;
  /** '' is the total. */
  member: string;
  metricNames: string[];
  /** Of the total: the words for a total. */
  memberNames: string[];
}

/** A name as it is compared: no case, spaces, numbering, "of which", unit in brackets or colon behind. */
export const plainLabel = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)]\s*)+/u, '')
    .replace(/^(?:其中|of which)\s*[:：]?/, '')
    .replace(/\([^()]*\)\s*$/, '')
    .replace(/[\s:：·\-–—_]+/g, '');

/** What a label stands for: one cell, a metric (its total), several, or nothing here. */
export type Found = { cell: PasteCell } | { problem: 'unknown_label' | 'ambiguous_label' };

/**
 * Finds cells by the labels of a block, from top to bottom: under the name of a metric, the names of members are those
 * of that metric.
 * @param metric the metric that the block was pasted into
 */
export function labelReader(cells: readonly PasteCell[], metric: string) {
  let current = metric;
  const named = (names: readonly string[], label: string) =>
    names.some((name) => plainLabel(name) === label);
  const only = (found: readonly PasteCell[]): Found =>
    found.length === 1
      ? { cell: found[0]! }
      : { problem: found.length ? 'ambiguous_label' : 'unknown_label' };

  return (labels: readonly string[]): Found => {
    const [first = '', second = ''] = labels.map(plainLabel);
    const ofMetric = cells.filter(
      (cell) => named(cell.metricNames, first) || cell.metric === first,
    );
    const metrics = new Set(ofMetric.map((cell) => cell.metric));
    if (metrics.size === 1) {
      current = ofMetric[0]!.metric;
      return only(
        ofMetric.filter((cell) =>
          second
            ? named(cell.memberNames, second) || plainLabel(cell.member) === second
            : cell.member === '',
        ),
      );
    }
    const label = first || second;
    const members = cells.filter(
      (cell) =>
        named(cell.memberNames, label) || (cell.member && plainLabel(cell.member) === label),
    );
    const here = members.filter((cell) => cell.metric === current);
    return only(here.length ? here : members);
  };
}
