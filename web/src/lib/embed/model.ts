import { json } from '@sveltejs/kit';
import { problemOf } from '$lib/chart/files/problem.ts';
import { layoutChart } from '$lib/chart/layout.ts';
import { formatTick } from '$lib/words/numbers.ts';
import { sizes } from './embedded.ts';
import { withoutFrame, type ReadChart } from './request.ts';

interface Asked {
  fetch: typeof globalThis.fetch;
  url: URL;
  locals: App.Locals;
}

/**
 * A chart's model and its layout at one size, for the canvas that takes the place of the drawing in a frame. Some
 * sites let their frames have no origin: to those every answer is a foreign one.
 */
export async function answerModel(read: ReadChart, { fetch, url, locals }: Asked) {
  const headers = { 'access-control-allow-origin': '*' };
  const asked = withoutFrame(url);
  const size = sizes.find((one) => one === url.searchParams.get('size')) ?? 'wide';
  asked.searchParams.delete('size');
  const found = await read({ fetch, url: asked });
  if ('refusal' in found) {
    const { requestId } = locals;
    const problem = problemOf(found.refusal, { instance: url.pathname, requestId });
    return json(problem, { status: problem.status, headers });
  }
  const { model } = found.file;
  const layout = layoutChart(model, size, (value) => formatTick(value, model.locale));
  return json({ model, layout }, { headers });
}
