import type { Locale } from '$lib/words/locale.ts';
import { escapeXml } from '../../escape.ts';
import { CHART } from './package.ts';
import { PT } from './paint.ts';
import { writeLines, type Line } from './pptx-text.ts';

/** pt on the slide. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

const emu = (points: number) => Math.round(points * PT);
const at = ({ x, y, width, height }: Place) =>
  `<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/>`;

const named = (id: number, name: string, description = '') =>
  `<p:cNvPr id="${id}" name="${name} ${id}"${description && ` descr="${escapeXml(description)}"`}/>`;

const body = (lines: Line[], locale: Locale, anchor: 't' | 'b' | 'ctr') =>
  `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle/>${writeLines(lines, locale)}</p:txBody>`;

/** The title, by which a slide is found in lists and by screen readers. */
export const titleShape = (id: number, place: Place, lines: Line[], locale: Locale) =>
  `<p:sp><p:nvSpPr>${named(id, 'Title')}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${at(place)}</a:xfrm></p:spPr>${body(lines, locale, 't')}</p:sp>`;

export const textBox = (
  id: number,
  place: Place,
  lines: Line[],
  locale: Locale,
  anchor: 't' | 'b' | 'ctr' = 't',
) =>
  `<p:sp><p:nvSpPr>${named(id, 'Text')}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>${at(place)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>${body(lines, locale, anchor)}</p:sp>`;

/** @param paint fill and edge */
export const box = (id: number, place: Place, paint: string, description: string) =>
  `<p:sp><p:nvSpPr>${named(id, 'Key', description)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>${at(place)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${paint}</p:spPr></p:sp>`;

const frame = (id: number, name: string, place: Place, description: string, data: string) =>
  `<p:graphicFrame><p:nvGraphicFramePr>${named(id, name, description)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm>${at(place)}</p:xfrm><a:graphic>${data}</a:graphic></p:graphicFrame>`;

export const chartFrame = (id: number, place: Place, relation: string, description: string) =>
  frame(
    id,
    'Chart',
    place,
    description,
    `<a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${relation}"/></a:graphicData>`,
  );

export const tableFrame = (id: number, place: Place, table: string, description: string) =>
  frame(
    id,
    'Table',
    place,
    description,
    `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">${table}</a:graphicData>`,
  );

export const pictureShape = (id: number, place: Place, relation: string, description: string) =>
  `<p:pic><p:nvPicPr>${named(id, 'Code', description)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>${at(place)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
