import { readRequest } from '../../../web/src/lib/chart/files/request.ts';
import type { ChartFile, ImageStyle } from '../../../web/src/lib/chart/files/chart-file.ts';
import { buildChart } from '../../../web/src/lib/chart/model.ts';
import type { ChartModel } from '../../../web/src/lib/chart/types.ts';
import type { Locale } from '../../../web/src/lib/words/locale.ts';
import type { MetricFigures } from '../../../schema/answers.ts';
import { agreements, release, sources } from './figures.ts';

export const centre = {
  names: { zh: '金砖国家技术转移中心', en: 'BRICS Technology Transfer Center' },
  timeZone: 'Asia/Shanghai',
};

export const style: ImageStyle = { theme: 'light', width: 880, height: null, titled: true };

/** A chart made by hand as a file. */
export const fileOf = (model: ChartModel): ChartFile => ({
  model,
  view: { by: 'members', show: model.show, from: 0, to: 0, view: 'chart' },
  metric: { ...agreements, id: model.metric },
  centre,
  release,
  verification: null,
});

/** The chart that the query of an address asks for. */
export function askFor(
  figures: MetricFigures,
  query: string,
  locale: Locale = 'en',
): { file: ChartFile; style: ImageStyle } {
  const asked = readRequest(new URLSearchParams(query), figures);
  if (Array.isArray(asked))
    throw new Error(asked.map((one) => `${one.field}: ${one.expected('en')}`).join());
  const { view } = asked;
  const { timeZone } = centre;
  const model = buildChart(figures, { locale, view, release, timeZone, sources });
  return {
    file: { model, view, metric: figures.metric, centre, release, verification: null },
    style: asked.style,
  };
}
