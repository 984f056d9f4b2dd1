import { readChartFile } from '$lib/api/chart-files.ts';
import { answerModel } from '$lib/embed/model.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  answerModel((asked) => readChartFile(event.params.metric, asked), event);
