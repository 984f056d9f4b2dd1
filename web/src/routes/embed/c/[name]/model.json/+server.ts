import { readSavedFile } from '$lib/api/saved-charts.ts';
import { answerModel } from '$lib/embed/model.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  answerModel((asked) => readSavedFile(event.params.name, asked), event);
