import { answerChart, answerPreflight } from '$lib/api/chart-answer.ts';
import { readChartFile } from '$lib/api/chart-files.ts';
import type { RequestHandler } from './$types';

/** One chart in one of its forms; the query is the view. */
export const GET: RequestHandler = (event) =>
  answerChart(event, event.params.file, (metric) => readChartFile(metric, event));

export const OPTIONS: RequestHandler = answerPreflight;
