import { intlTag } from '$lib/words/locale.ts';
import { textOf } from '$lib/words/text.ts';
import { escapeXml } from '../../escape.ts';
import type { ChartFile } from '../chart-file.ts';
import type { OfficePart } from './package.ts';

/** To the second, in UTC. */
const instant = (text: string) => {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 19)}Z`;
};

/** What a file says of itself: made by the centre, at the time of its release and not of the download. */
export function coreProperties({ model, centre, release }: ChartFile): OfficePart {
  const date = instant(release.publishedAt);
  const dated = (name: string) =>
    date ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>` : '';
  const text = (name: string, value: string) => `<${name}>${escapeXml(value)}</${name}>`;
  return {
    path: 'docProps/core.xml',
    type: 'application/vnd.openxmlformats-package.core-properties+xml',
    body: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
      text('dc:title', model.title),
      text('dc:subject', model.subtitle),
      text('dc:creator', textOf(centre.names, model.locale)),
      text('dc:description', model.releaseLine),
      text('dc:language', intlTag(model.locale)),
      dated('created'),
      dated('modified'),
    ].join('')}</cp:coreProperties>`,
  };
}
