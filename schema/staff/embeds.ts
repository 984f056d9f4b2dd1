import { z } from '@hono/zod-openapi';
import { localised } from '../answers.ts';

const count = z.int().min(0);

export const embedUse = z
  .object({
    chart: z.string().openapi({ description: 'Id of a metric, or `c/NAME` of a saved chart.' }),
    host: z.string().openapi({ description: 'Name of the host whose pages showed the chart.' }),
    days7: count.openapi({ description: 'How often it was shown in the last 7 days, UTC.' }),
    days30: count,
    days365: count,
    /** The newest day on which it was. */
    lastDay: z.iso.date(),
  })
  .openapi('EmbedUse');
export type EmbedUse = z.infer<typeof embedUse>;

export const embedsQuery = z.strictObject({
  chart: z
    .string()
    .max(100)
    .optional()
    .openapi({ description: 'Of this chart only: id of a metric, or `c/NAME`.' }),
});

export const embedsAnswer = z.object({
  /** Whether uses are counted now: a setting. */
  counting: z.boolean(),
  uses: z
    .array(embedUse)
    .openapi({ description: 'Of 365 days, the most used first; at most 500.' }),
  /** How the metrics among the charts are called now. */
  metrics: z.array(z.object({ id: z.string(), names: localised })),
});
export type EmbedsAnswer = z.infer<typeof embedsAnswer>;
