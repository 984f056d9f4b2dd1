import type { FoundChart } from '$lib/api/chart-files.ts';
import type { Chart } from '$lib/api/charts.ts';
import { address, readReading, type Query } from '$lib/api/reading.ts';
import { linkToEntries } from '$lib/api/register.ts';
import { layoutChart } from '$lib/chart/layout.ts';
import { drawLinks } from '$lib/chart/svg-links.ts';
import { drawSvg } from '$lib/chart/svg.ts';
import { tableOf } from '$lib/chart/table.ts';
import type { ChartSize } from '$lib/chart/types.ts';
import { viewQuery } from '$lib/chart/view.ts';
import { formatTick } from '$lib/words/numbers.ts';
import { textOf } from '$lib/words/text.ts';
import type { Framed } from './request.ts';

/** The sizes a frame can need: from a side column to the width of a page. */
export const sizes: ChartSize[] = ['tiny', 'narrow', 'wide', 'large'];

/** What the page in a frame writes: a chart as on other pages, and where it leads. */
export interface Embedded extends Addresses {
  chart: Chart;
  /** Where the canvas finds the model. */
  modelAddress: string;
}

/** Pages of this site that are about a chart. */
export interface Addresses {
  /** The page of the saved chart, or the metric's with the same view, at the same state of the record. */
  pageAddress: string;
  /** The same chart as the record stands now. */
  live: string;
}

/** @param url of the frame, in which the state of the record is named */
export function addressesOf({ file, bounds, saved }: FoundChart, { searchParams }: URL): Addresses {
  const { view, metric, model } = file;
  const shown: Query = saved ? {} : Object.fromEntries(viewQuery(view, bounds, ''));
  const name = saved ? `c/${saved}` : `metrics/${metric.id}`;
  const path = `/${model.locale}/${name}`;
  const { sample, ...held } = readReading(searchParams);
  return {
    pageAddress: address(path, shown, held, { sample }),
    live: address(path, shown, { sample }),
  };
}

export function makeEmbedded(framed: Framed, url: URL): Embedded {
  const { file, bounds } = framed;
  const { model, view, metric } = file;
  const { locale } = model;
  const tick = (value: number) => formatTick(value, locale);
  const linkOf = linkToEntries(metric, model, readReading(url.searchParams));
  return {
    chart: {
      id: `chart-${metric.id}`,
      metric: metric.id,
      name: textOf(metric.names, locale),
      prefix: '',
      bounds,
      view,
      model,
      table: tableOf(model),
      drawings: sizes.map((size) => {
        const layout = layoutChart(model, size, tick);
        const drawing = drawSvg(model, layout, { id: `${metric.id}-${size}` });
        return drawing + drawLinks(model, layout, linkOf, '_blank');
      }),
      linkOf,
    },
    modelAddress: `${url.pathname}/model.json${url.search}`,
    ...addressesOf(framed, url),
  };
}
