import type { Centre, Metric, ReleaseRef } from '$schema/answers.ts';
import type { Theme } from '../palette.ts';
import type { ChartModel, ChartSeries, View } from '../types.ts';

/** Where a reader can see whether a chart says what was published. */
export interface Verification {
  /** In groups, as it is printed: `7K3M-9QXT-…`. */
  code: string;
  /** The page that answers, whole. */
  url: string;
}

/** A chart that is to leave the site: its model, and what a page would say around it. */
export interface ChartFile {
  model: ChartModel;
  view: View;
  metric: Metric;
  centre: Centre;
  release: ReleaseRef;
  /** Null: asked to be left out, or none can be issued here. */
  verification: Verification | null;
}

/** How an image is to look. px; without a height it is as high as its width asks for. */
export interface ImageStyle {
  theme: Theme;
  width: number;
  height: number | null;
  /** Whether the title stands in the image; it names the image in any case. */
  titled: boolean;
  /** For link previews, which all have one size. */
  preview?: boolean;
}

/** Every series a chart has numbers of, in the order of its table: the total last. */
export const allSeries = (model: ChartModel): ChartSeries[] => [
  ...(model.tableOnly ?? []),
  ...model.series,
  ...(model.total ? [model.total] : []),
];
