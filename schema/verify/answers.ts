import { z } from '@hono/zod-openapi';
import { centre, change, releaseRef, source } from '../answers.ts';
import { chartBys, chartShows } from '../chart-views.ts';

const sample = z.enum(['include', 'exclude']);

const codedView = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('chart'),
      by: z.enum(chartBys),
      show: z.enum(chartShows),
      lines: z.boolean().openapi({ description: 'Drawn as lines where another way is usual.' }),
      from: z.int(),
      to: z.int(),
      sample,
    }),
    z.object({ kind: z.literal('year'), year: z.int(), sample }),
  ])
  .openapi('CodedView', { description: 'What a code stands for: a chart, or all of one year.' });

export const codeAnswer = z
  .object({
    release: releaseRef,
    code: z.string().nullable().openapi({
      description: 'In groups, as it is printed. Null: no codes are issued here, or for this view.',
    }),
  })
  .openapi('Code');

const told = { code: z.string(), release: releaseRef, view: codedView };

export const verificationAnswer = z
  .discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('unknown') }),
    z.object({ verdict: z.literal('differs'), ...told }),
    z.object({
      verdict: z.literal('published'),
      ...told,
      newest: releaseRef,
      centre,
      metric: z.string().nullable().openapi({ description: 'Null: all metrics of a year.' }),
      changes: z.array(change).openapi({
        description:
          'What is otherwise now, with the reason: of all figures that the view is made of.',
      }),
      targets: z
        .array(
          z.object({
            year: z.int(),
            before: z.number().nullable(),
            after: z.number().nullable(),
          }),
        )
        .openapi({ description: 'Targets of the metric that are others now.' }),
      sources: z.array(source),
    }),
  ])
  .openapi('Verification', {
    description:
      '`unknown`: this centre never issued the code. `differs`: it did, but the record no longer holds the figures ' +
      'it was issued for. `published`: it did, and these are they.',
  });

export type Verification = z.infer<typeof verificationAnswer>;
