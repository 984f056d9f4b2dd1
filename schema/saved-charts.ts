import { z } from '@hono/zod-openapi';
import { localised } from './answers.ts';

/** A view that the staff gave a short name, as everyone sees it. */
export const savedChartAnswer = z
  .object({
    name: z.string(),
    metric: z.string(),
    query: z.string().openapi({
      description: 'The view, as the query of /charts/METRIC.',
      example: 'show=share&from=2020',
    }),
    titles: localised.openapi({
      description: 'In place of the sentence that the figures make, where a language has one.',
    }),
    notes: localised.openapi({ description: 'Said below the chart.' }),
  })
  .openapi('SavedChart');
export type SavedChart = z.infer<typeof savedChartAnswer>;

export const savedChartsAnswer = z
  .object({ charts: z.array(savedChartAnswer) })
  .openapi('SavedCharts');

export const savedChartParam = z.object({ name: z.string().max(100) });
