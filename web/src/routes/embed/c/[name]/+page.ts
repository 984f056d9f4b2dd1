import { readSavedFile } from '$lib/api/saved-charts.ts';
import { readFramed } from '$lib/embed/request.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => ({
  framed: await readFramed((asked) => readSavedFile(event.params.name, asked), event),
});
