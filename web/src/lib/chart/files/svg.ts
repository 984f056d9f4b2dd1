import * as m from '$lib/paraglide/messages.js';
import { intlTag } from '$lib/words/locale.ts';
import { formatTick } from '$lib/words/numbers.ts';
import { textOf } from '$lib/words/text.ts';
import { layoutChart } from '../layout.ts';
import type { ChartLayout, Frame } from '../layout-types.ts';
import { palette } from '../palette.ts';
import { drawMarks, nameImage } from '../svg.ts';
import type { ChartModel } from '../types.ts';
import type { ChartFile, ImageStyle } from './chart-file.ts';
import { startColumn, type Place } from './column.ts';
import { drawSquare, setBelow, squareSide, verifyLine } from './image-verify.ts';
import { markKeys, partsMissing, seriesKeys, setKeys } from './image-keys.ts';
import { setText, type TextStyle } from './image-text.ts';
import { wrapImage } from './image.ts';

/** px: the least height that a plot is drawn in. */
const LEAST_PLOT = 110;
/** px between the plot and what stands below it. */
const GAP = 10;

/** For a width in px: what the plot is laid out in. Its own margins of 8 hang out on both sides. */
const frameOf = (width: number, room: number): Frame => ({
  width: room + 16,
  plot: Math.round(Math.min(460, Math.max(150, width * 0.42))),
  fontSize: width < 480 ? 12 : 13,
  bar: Math.round(Math.min(96, Math.max(36, width * 0.09))),
});

/** The layout that is as high as asked for, in px, where that leaves a plot. */
function layoutIn(model: ChartModel, frame: Frame, height: number | null): ChartLayout {
  const tick = (value: number) => formatTick(value, model.locale);
  const natural = layoutChart(model, frame, tick);
  if (height === null) return natural;
  const plot = Math.max(LEAST_PLOT, Math.floor(frame.plot + height - natural.height));
  return layoutChart(model, { ...frame, plot }, tick);
}

const imageId = ({ metric }: ChartModel) => `chart-${metric}`;

/** Title, what is counted, and the keys of the series. */
function setHead(model: ChartModel, { theme, width, titled }: ImageStyle, place: Place) {
  const { ink, muted } = palette[theme];
  const narrow = width < 480;
  const heading = { size: narrow ? 17 : 21, line: narrow ? 24 : 29, fill: ink, most: 5 };
  const quiet: TextStyle = { size: 13, line: 20, fill: muted, most: 4 };
  const column = startColumn(place);
  if (titled) column.add((at) => setText(model.title, at, { ...heading, heading: true }), 4);
  column.add((at) => setText(model.subtitle, at, quiet), 8);
  column.add((at) => setKeys(seriesKeys(model), at, theme), 4);
  return column;
}

/** Marks, what is missing, sources, whose record it is at which release, and how that can be verified. */
function setFoot(
  { model, centre, verification }: ChartFile,
  { theme, width, height }: ImageStyle,
  { x, y, room }: Place,
) {
  const { locale, sourceLine, releaseLine } = model;
  const small: TextStyle = { size: 12, line: 18, fill: palette[theme].muted, most: 4 };
  const name = textOf(centre.names, locale);
  const whose = m.chart_file_whose({ centre: name, release: releaseLine }, { locale });
  const id = imageId(model);
  const size = { width, height };
  const narrow = width < 480;
  const beside = verification && !narrow ? squareSide(verification.url, size) : 0;
  const column = startColumn({ x, y, room: room - (beside && beside + 16) });
  column.add((at) => setKeys(markKeys(model), at, theme), 6);
  column.add((at) => setText(partsMissing(model), at, small), 3);
  const note = model.note && m.saved_note({ note: model.note }, { locale });
  if (note) column.add((at) => setText(note, at, { ...small, most: 8 }), 3);
  column.add((at) => setText(sourceLine, at, small), 3);
  column.add((at) => setText(whose, at, small), verification ? 3 : 0);
  if (!verification) return column;
  const of = { id, size, locale };
  if (narrow) {
    column.add((at) => setBelow(verification, { ...at, y: at.y + 5 }, { ...of, style: small }), 5);
    return column;
  }
  column.add((at) => setText(verifyLine(verification, locale), at, small), 0);
  const end = Math.max(column.end, y + beside);
  const corner = { x: x + room - beside, y: end - beside };
  return { svg: column.svg + drawSquare(verification.url, corner, of), end };
}

/**
 * The chart as an image that can travel alone: title, what is counted and in which unit, keys, marks, sources,
 * release and whose record it is stand in it. SVG by attributes only, with real text; every name is escaped.
 * It is higher than asked for where its words would not fit otherwise.
 */
export function writeSvg(file: ChartFile, style: ImageStyle): string {
  const { model } = file;
  const { theme, width } = style;
  const margin = width < 480 ? 16 : 24;
  const place = { x: margin, y: margin - 4, room: width - 2 * margin };
  const head = setHead(model, style, place);
  // What stands below is measured first: the plot takes the height that is left.
  const footHeight = setFoot(file, style, { ...place, y: 0 }).end + margin - 4;
  const left = style.height === null ? null : style.height - head.end - GAP - footHeight;
  const layout = layoutIn(model, frameOf(width, place.room), left);
  const needed = Math.ceil(head.end + layout.height + GAP + footHeight);
  const height = Math.max(needed, style.height ?? 0);
  const foot = setFoot(file, style, { ...place, y: height - footHeight });

  const id = imageId(model);
  const plot = `<g transform="translate(${margin - 8} ${head.end})" font-size="${layout.fontSize}">${drawMarks(model, layout, { id, theme })}</g>`;
  return wrapImage(head.svg + plot + foot.svg, {
    width,
    height,
    theme,
    language: intlTag(model.locale),
    name: nameImage(model, id, file.verification ? [`${id}-v`] : []),
  });
}
