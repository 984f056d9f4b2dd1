import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublishedCell } from '../../../schema/staff/cells.ts';
import { isTotalBelowParts } from '../../../schema/staff/checks.ts';
import type { CellContent } from '../../../schema/staff/words.ts';
import { judgeCells, type JudgedBy } from '../../../worker/figures/judge-cells.ts';
import {
  cellKeyOf,
  composeSheetMetrics,
  type Drafted,
} from '../../../worker/figures/return-cells.ts';
import { publish, say, withdrawn } from '../staff/cells.ts';
import { makeMetric, memberIds } from './fixtures.ts';

const metric = makeMetric();
const members = [...memberIds, ''];
const id = (member: string) => ({ year: 2024, metric: metric.id, member });

const content: fc.Arbitrary<CellContent | null> = fc.oneof(
  fc.integer({ min: -1, max: 12 }).map((value) => say(value)),
  fc.constantFrom(null, say(null), say(3, { note: { en: 'b', zh: 'a' } }), withdrawn),
);
/** Someone saves some cells, having seen the newest version of each or the one before. */
const edit = fc.array(
  fc.record({ member: fc.constantFrom(...members), content, isStale: fc.boolean() }),
  { maxLength: 3 },
);
const figures = fc.dictionary(
  fc.constantFrom(...members),
  fc
    .record({ value: fc.nat(3), sample: fc.boolean() })
    .map(({ value, sample }) =>
      publish(value, { sample, source: sample ? 'sample' : 'return-2024' }),
    ),
);

const judge = (
  drafts: Map<string, Drafted>,
  published: Record<string, PublishedCell>,
): JudgedBy => ({
  metrics: [metric],
  cells: {
    drafts,
    published: new Map(
      Object.entries(published).map(([member, cell]) => [cellKeyOf(id(member)), cell]),
    ),
  },
  frame: { founded: 2018, currentYear: 2024, isSource: () => true },
});

describe('judgeCells', () => {
  it('keeps a return true to its promises, whatever is saved in whatever order', () => {
    fc.assert(
      fc.property(figures, fc.array(edit, { maxLength: 12 }), (published, edits) => {
        const drafts = new Map<string, Drafted>();
        const by = judge(drafts, published);
        const [before] = composeSheetMetrics({ metrics: [metric], targets: [] }, 2024, by.cells);
        fc.pre(!isTotalBelowParts(before!));
        for (const cells of edits) {
          const named = new Map(cells.map((cell) => [cell.member, cell]));
          const judged = judgeCells(
            [...named.values()].map(({ member, content: asked, isStale }) => {
              const version = drafts.get(cellKeyOf(id(member)))?.version ?? 0;
              return { ...id(member), content: asked, version: isStale ? version - 1 : version };
            }),
            by,
          );
          for (const { member, conflicts, changes } of judged)
            expect(conflicts).toBe(changes && named.get(member)!.isStale);
          if (judged.some(({ refusal, conflicts }) => conflicts || refusal !== null)) continue;

          for (const { changes, before: seen, ...cell } of judged) {
            if (!changes) continue;
            const { content, fromRegister } = cell;
            const saved = { content, fromRegister, version: seen.version + 1 };
            drafts.set(cellKeyOf(cell), { ...saved, editedBy: 'Li', editedAt: null });
          }
          // The same again is no change, also for someone who saw none of it.
          const again = [...named.values()].map((cell) => ({
            ...id(cell.member),
            content: cell.content,
            version: 0,
          }));
          expect(judgeCells(again, by).filter((cell) => cell.changes || cell.conflicts)).toEqual(
            [],
          );
          const sheet = composeSheetMetrics({ metrics: [metric], targets: [] }, 2024, by.cells);
          expect(isTotalBelowParts(sheet[0]!)).toBe(false);
          for (const { draft, published: now } of sheet[0]!.cells) {
            const said = draft?.content;
            if (!said) continue;
            if (said.withdrawn) expect(now).not.toBeNull();
            else expect(said.value ?? 0).toBeGreaterThanOrEqual(0);
            // What is published already is not said again.
            const isNews = now === null || now.sample || said.withdrawn || said.value !== now.value;
            expect(isNews || said.note !== null).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
