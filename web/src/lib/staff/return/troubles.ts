import type { Refusal, Warning } from '$schema/staff/words.ts';
import type { Draft, Cell } from './cell.svelte.ts';
import type { Desk } from './desk.ts';
import type { Hold } from './entry.ts';
import type { Metric } from './metric.svelte.ts';

/** What is to be said at a cell. */
export interface Troubles {
  hold: Hold | null;
  refusal: Refusal | null;
  theirs: Draft | null;
  warnings: Warning[];
  explained: boolean;
  any: boolean;
}

/** An empty cell is no trouble until someone asks what is left to do: a new return is all empty. */
export function troublesOf(cell: Cell, metric: Metric, desk: Desk): Troubles {
  const verdict = metric.verdicts.get(cell.member);
  const told = verdict && (!verdict.empty || cell.entry.withdrawn || desk.tellsEmpty);
  const refusal = (desk.edits && metric.refusals.get(cell.member)) || cell.refused;
  const { hold, theirs } = cell;
  // What cannot be true is to be mended, not explained.
  const warnings = told && !hold && !refusal ? verdict.warnings : [];
  return {
    hold,
    refusal,
    theirs,
    warnings,
    explained: verdict?.explained ?? false,
    any: Boolean(hold || refusal || theirs || warnings.length || cell.seen.comments.length),
  };
}
