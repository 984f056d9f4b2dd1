import { escapeXml, printable } from '$lib/chart/escape.ts';

/** What code for other pages is made of. Addresses are whole. */
export interface Embedded {
  /** What the chart is, for who does not see it. */
  name: string;
  /** The page of the chart. */
  link: string;
  /** The page for a frame, and the script that fits its height. */
  embed: string;
  script: string;
  image: string;
  /** px */
  width: number;
  /** px: of the image, and of a frame that nobody fits. */
  imageHeight: number;
  frameHeight: number;
}

/** A frame of a fixed height: it takes no script at all. */
export const iframeCode = ({ name, embed, width, frameHeight }: Embedded): string =>
  `<iframe src="${escapeXml(embed)}" title="${escapeXml(name)}" width="${width}" height="${frameHeight}" ` +
  'loading="lazy" style="border:0;max-width:100%"></iframe>';

/** A frame that takes the height of what is in it; the image is for paper, feeds, and where no scripts run. */
export const elementCode = (shared: Embedded): string =>
  `<script src="${escapeXml(shared.script)}" async></script>\n` +
  `<yearbook-chart src="${escapeXml(shared.embed)}">` +
  `<a href="${escapeXml(shared.link)}"><img src="${escapeXml(shared.image)}" alt="${escapeXml(shared.name)}" ` +
  `width="${shared.width}" height="${shared.imageHeight}" style="max-width:100%;height:auto"></a></yearbook-chart>`;

/** Signs that begin something else in Markdown than text. */
const markup = /[\\`*_[\]<>#!|~&$]/g;

/** The image as a link to the chart's page. */
export function markdownCode({ name, link, image }: Embedded): string {
  const alt = printable(name).replace(/\s+/g, ' ').trim().replace(markup, '\\$&');
  return `[![${alt}](${image})](${link})`;
}
