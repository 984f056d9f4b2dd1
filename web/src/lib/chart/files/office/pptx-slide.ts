import * as m from '$lib/paraglide/messages.js';
import { markSign } from '$lib/words/marks.ts';
import type { Theme } from '../../palette.ts';
import type { ChartModel, ChartTable } from '../../types.ts';
import type { ChartFile } from '../chart-file.ts';
import { inValue } from '../xlsx.ts';
import { isDrawn } from './chart-columns.ts';
import { slideKeys } from './pptx-keys.ts';
import { group, spaces } from './pptx-master.ts';
import { chartFrame, pictureShape, tableFrame, textBox, titleShape } from './pptx-shapes.ts';
import { ROW, slideTable } from './pptx-table.ts';
import { fitSize, heightOf, LEADING, type Line } from './pptx-text.ts';
import { notesOf, whose } from './words.ts';

/** pt of the slide, and of the space around. */
const SLIDE = { width: 960, height: 540 };
const MARGIN = 48;
const ROOM = SLIDE.width - 2 * MARGIN;
const BOTTOM = SLIDE.height - 22;
/** pt: side of the code. */
const CODE = 68;

/** A slide, and where on it the chart is, in pt. */
export interface Slide {
  xml: string;
  chart: { width: number; height: number };
}

const wrap = (shapes: string[]) =>
  `<p:sld ${spaces}><p:cSld><p:spTree>${group}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;

/** Title and what is counted; the latter is the title where the former is left out. */
function setHead(
  { title, subtitle, locale }: ChartModel,
  titled: boolean,
  sizes = [26, 22, 18, 15, 12],
) {
  const text = titled ? title : subtitle;
  const room = { width: ROOM, height: 62 };
  // Bold faces with serifs are wider than the estimate is made for.
  const size = fitSize([text], { ...room, width: ROOM / 1.1 }, sizes);
  const height = heightOf([text], size, ROOM / 1.1) + 2;
  const place = { x: MARGIN, y: 26, width: ROOM, height };
  const line: Line = [[text, { size, bold: true, face: 'mj' }]];
  const shapes = [titleShape(2, place, [line], locale)];
  let end = place.y + height + 4;
  if (titled) {
    const small = fitSize([subtitle], { width: ROOM, height: 40 }, [14, 12, 10]);
    const below = heightOf([subtitle], small, ROOM) + 2;
    const words: Line = [[subtitle, { size: small, quiet: true }]];
    shapes.push(textBox(3, { x: MARGIN, y: end, width: ROOM, height: below }, [words], locale));
    end += below + 4;
  }
  return { shapes, end };
}

/** Lines at the foot of a slide, as small as they must be, and where they begin. */
function setFoot(texts: string[], { model, verification }: ChartFile, withCode: boolean) {
  const { locale } = model;
  const code = withCode ? verification : null;
  const width = ROOM - (code ? CODE + 16 : 0);
  const said = code
    ? [m.office_code({ code: code.code }, { locale }), m.office_code_at({}, { locale }) + code.url]
    : [];
  const all = [...texts, ...said];
  const size = fitSize(all, { width, height: 130 }, [11, 10, 9, 8, 7]);
  const height = Math.max(code ? CODE : 0, heightOf(all, size, width) + 4);
  const y = BOTTOM - height;
  const style = { size, quiet: true as const };
  const lines = [...texts, ...said.slice(0, 1)].map((text): Line => [[text, style]]);
  if (code)
    lines.push([
      [m.office_code_at({}, { locale }), style],
      [code.url, { ...style, link: 'rIdVerify' }],
    ]);
  const shapes = [textBox(4, { x: MARGIN, y, width, height }, lines, locale, 'b')];
  if (code) {
    const place = { x: SLIDE.width - MARGIN - CODE, y: BOTTOM - CODE, width: CODE, height: CODE };
    shapes.push(pictureShape(5, place, 'rIdCode', m.office_code_image({}, { locale })));
  }
  return { shapes, y };
}

/** The slide of the chart: title, the chart, marks, and at the foot what must be known of it. */
export function chartSlide(
  file: ChartFile,
  { titled, theme }: { titled: boolean; theme: Theme },
): Slide {
  const { model } = file;
  const { locale, sentence, empty, sourceLine } = model;
  const head = setHead(model, titled);
  const texts = [...notesOf(model, []), sourceLine, whose(file)].filter((text) => text !== '');
  const foot = setFoot(texts, file, true);
  const drawn = isDrawn(model);
  const place = { x: MARGIN, y: 0, width: ROOM, height: 0 };
  const tall = drawn ? slideKeys(model, place, { theme, id: 10 }).height : 0;
  const y = foot.y - tall - 6;
  const keys = drawn ? slideKeys(model, { ...place, y }, { theme, id: 10 }).xml : '';
  const chart = { ...place, y: head.end, height: Math.max(120, y - head.end - 6) };
  const middle = drawn
    ? chartFrame(6, chart, 'rIdChart', sentence)
    : textBox(6, chart, [[[empty ?? sentence, { size: 16, quiet: true }]]], locale, 'ctr');
  return { xml: wrap([...head.shapes, middle, keys, ...foot.shapes]), chart };
}

/** A slide of figures: the table, its signs and footnotes, sources and release. */
export function tableSlide(file: ChartFile, block: ChartTable): string {
  const { model } = file;
  const { locale, legend, footnotes, sourceLine } = model;
  const head = setHead(model, false, [20, 18, 15, 12]);
  const signs = legend
    .filter(({ mark }) => !inValue.includes(mark))
    .map(({ mark, label }) => `${markSign(mark, locale)} ${label}`)
    .join('\u2003');
  const notes = footnotes.map((text, i) => `${i + 1} ${text}`);
  const texts = [signs, ...notes, sourceLine, whose(file)].filter((text) => text !== '');
  const foot = setFoot(texts, file, false);
  const size = block.years.length > 8 ? 12 : 14;
  const table = slideTable(block, { width: ROOM, size, locale });
  const height = ROW * (block.rows.length + 1);
  const place = { x: MARGIN, y: head.end + LEADING * 8, width: table.width, height };
  const frame = tableFrame(6, place, table.xml, block.caption);
  return wrap([...head.shapes, frame, ...foot.shapes]);
}
