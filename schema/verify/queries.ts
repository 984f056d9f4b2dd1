import { z } from '@hono/zod-openapi';
import { chartShows, chartTypes } from '../chart-views.ts';
import { figuresQuery } from '../queries.ts';

/** The figures that a chart shows, to be compared with what they are now. */
export const newerQuery = figuresQuery.safeExtend({
  show: z
    .enum(chartShows, { error: `Expected ${chartShows.join(', ')}` })
    .default('value')
    .openapi({ description: 'Which number of each figure is shown.' }),
});

/** A view of a metric: its years are those of the record where they are not named. */
export const codeQuery = newerQuery.safeExtend({
  type: z
    .enum(chartTypes, { error: `Expected ${chartTypes.join(', ')}` })
    .optional()
    .openapi({ description: 'How it is drawn, where that is not the usual way.' }),
});

export const codeParam = z.object({ code: z.string().max(100) });
