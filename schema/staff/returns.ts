import { z } from '@hono/zod-openapi';
import { localised, source, unit } from '../answers.ts';
import { directions } from '../vocabulary.ts';
import { catalogueContents } from './catalogue.ts';
import { cellContent, cellKey, draftCell, publishedCell, words } from './cells.ts';
import { refusals, returnStates, warnings } from './words.ts';

/** How much of a year is there: by figure asked for. */
export const completeness = z
  .object({ filled: z.int(), missing: z.int(), empty: z.int() })
  .openapi('Completeness', {
    description: 'Figures with a value, explained as missing, and neither.',
  });

export const returnsAnswer = z.object({
  /** Newest first; every year of the centre's life. */
  years: z.array(
    z.object({
      year: z.int(),
      /** Null: never started. */
      state: z.enum(returnStates).nullable(),
      release: z.int().nullable(),
      completeness,
      /** Figures that the present round changes. */
      changes: z.int(),
      /** Figures that still need a note. */
      unexplained: z.int(),
      lastEdit: z.object({ at: z.iso.datetime(), name: z.string() }).nullable(),
    }),
  ),
});
export type ReturnsAnswer = z.infer<typeof returnsAnswer>;

export const comment = z.object({
  id: z.string(),
  text: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});

/** What the register holds of one figure, with the changes that wait. Sample data counts as none. */
export const heldFigure = z
  .object({
    count: z.int().openapi({ description: 'Records, or parties in them, as the metric counts.' }),
    openEnded: z.boolean().openapi({
      description: 'Whether a source names some of the parties "and others": there are more.',
    }),
    source: z
      .string()
      .nullable()
      .openapi({ description: 'Of all that is counted, where it is one source.' }),
  })
  .openapi('HeldFigure');
export type HeldFigure = z.infer<typeof heldFigure>;

const sheetCell = z.object({
  /** '' is the total. */
  member: z.string(),
  /** The member's; null: the total. */
  names: localised.nullable(),
  /** As the newest release has it, also one that waits. A sample figure counts as none when the year is checked. */
  published: publishedCell.nullable(),
  /** The published figure of the year before. */
  previous: publishedCell.nullable(),
  draft: draftCell.omit({ metric: true, member: true }).nullable(),
  comments: z.array(comment),
  register: heldFigure.optional().openapi({
    description: 'Left out where the metric counts no records.',
  }),
});
export type SheetCell = z.infer<typeof sheetCell>;

const sheetMetric = z.object({
  id: z.string(),
  group: z.string(),
  names: localised,
  definitions: localised,
  units: unit,
  direction: z.enum(directions),
  decimals: z.int(),
  additive: z.boolean(),
  breakdown: localised.nullable(),
  /** Whether the series breaks at this year: no change is said across it. */
  breaks: z.boolean(),
  target: z.number().nullable(),
  /** How it counts records; null: it does not. */
  counts: catalogueContents.count.nullable(),
  /** Members in their order, the total last; a metric without a breakdown has its total alone. */
  cells: z.array(sheetCell),
});
export type SheetMetric = z.infer<typeof sheetMetric>;

/** One return, whole: what the page of a year shows. */
export const sheet = z
  .object({
    year: z.int(),
    state: z.enum(returnStates),
    release: z.int().nullable(),
    message: z.string().nullable(),
    submittedBy: z.string().nullable(),
    editors: z.array(z.string()).openapi({ description: 'Names of who changed this round.' }),
    groups: z.array(z.object({ id: z.string(), names: localised })),
    metrics: z.array(sheetMetric),
    sources: z.array(source),
  })
  .openapi('Return');
export type Sheet = z.infer<typeof sheet>;

export const startBody = z.strictObject({ year: z.int().min(1900).max(2200) });

export const saveBody = z.strictObject({
  cells: z
    .array(
      cellKey.extend({
        version: z.int().min(0).openapi({ description: 'The version that the save replaces.' }),
        content: cellContent
          .nullable()
          .openapi({ description: 'Null: back to what is published.' }),
        follows: z.boolean().optional().openapi({
          description:
            'True: it follows the register, which then says its value; of the rest it says what the register leaves open. False: it no longer does. Left out: it does as long as its content stays the same.',
        }),
      }),
    )
    .min(1)
    .max(2000),
});
export const savedAnswer = z.object({ cells: z.array(draftCell) });

/** Extension members of the problem `edit_conflict`: what others have saved meanwhile. Nothing was written. */
export const conflict = z.object({ conflicts: z.array(draftCell) });

/** Extension members of the problem `refused`: nothing was written. */
export const refused = z.object({
  cells: z.array(cellKey.extend({ year: z.int(), refusal: z.enum(refusals), detail: z.string() })),
});

/** Extension members of the problem `unexplained`, when a return is submitted. */
export const unexplained = z.object({
  cells: z.array(cellKey.extend({ warnings: z.array(z.enum(warnings)) })),
});

export const stateAnswer = z.object({ year: z.int(), state: z.enum(returnStates) });

export const sendBackBody = z.strictObject({
  message: words(2000),
  comments: z.array(cellKey.extend({ text: words(2000).pipe(z.string().min(1)) })).max(500),
});
