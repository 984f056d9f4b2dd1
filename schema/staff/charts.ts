import { z } from '@hono/zod-openapi';
import { localised } from '../answers.ts';
import { text } from './cells.ts';
import { embedUse } from './embeds.ts';

/** What staff say of a saved chart; `checkSavedView` and its neighbours say whether it can be saved. */
const content = {
  metric: z.string().max(60),
  query: z.string().max(200).openapi({
    description: 'The view, as the query of /charts/METRIC: by, show, type, from, to.',
    example: 'show=share&from=2020',
  }),
};

export const chartBody = z.strictObject({
  version: z.int().min(0).openapi({ description: 'That was seen; 0: there is none yet.' }),
  ...content,
  titles: text,
  notes: text,
});
export type ChartBody = z.infer<typeof chartBody>;

export const chartParam = z.object({ name: z.string().max(100) });

/** A saved chart as staff see it. */
export const staffChart = z
  .object({
    name: z.string(),
    ...content,
    titles: localised,
    notes: localised,
    version: z.int().min(1),
    editedBy: z.string().openapi({ description: 'Name of the person.' }),
    editedAt: z.iso.datetime(),
  })
  .openapi('StaffChart');
export type StaffChart = z.infer<typeof staffChart>;

/** What a metric allows a view to be, in the working catalogue. */
const chartMetric = z.object({
  id: z.string(),
  names: localised,
  breakdown: z.object({ id: z.string(), names: localised }).nullable(),
  additive: z.boolean(),
  public: z.boolean().openapi({ description: 'Until it is, its charts answer 404.' }),
});
export type ChartMetric = z.infer<typeof chartMetric>;

export const chartsAnswer = z.object({
  charts: z.array(staffChart.extend({ uses: z.array(embedUse) })),
  metrics: z.array(chartMetric),
  years: z.object({ first: z.int(), last: z.int() }),
});
export type ChartsAnswer = z.infer<typeof chartsAnswer>;
