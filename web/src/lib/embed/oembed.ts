import { escapeXml } from '$lib/chart/escape.ts';
import { writeSvg } from '$lib/chart/files/svg.ts';
import { textOf } from '$lib/words/text.ts';
import * as m from '$messages';
import type { FoundChart } from '$lib/api/chart-files.ts';
import { addressesOf } from './embedded.ts';
import { estimateHeight } from './frame-height.ts';
import type { Pasted } from './pasted.ts';
import { readTheme } from './theme.ts';

/** px: as wide as a frame is where nothing else is asked for. */
const USUAL_WIDTH = 800;
/** px: a thumbnail is as wide as the room allows, and never wider or narrower than this. */
const thumbnails = { least: 240, most: 1200 };
/** Seconds for which a consumer may keep the answer: a frozen chart stays, a live one keeps its own figures. */
const KEEP = { frozen: 31_536_000, live: 86_400 };

/** px; null: any. */
export interface Room {
  maxwidth: number | null;
  maxheight: number | null;
}

/** The frame of a chart, described as oEmbed has it (https://oembed.com, 2.3.4: type `rich`). */
export function describeEmbed(
  found: FoundChart,
  pasted: Pasted,
  { origin, maxwidth, maxheight }: Room & { origin: string },
): Record<string, string | number> {
  const { file } = found;
  const { model, centre } = file;
  const { locale } = model;
  const { params } = pasted;
  const frame = new URL(origin + withQuery(embedPath(pasted), params));
  const { pageAddress } = addressesOf(found, frame);
  const width = Math.min(USUAL_WIDTH, maxwidth ?? USUAL_WIDTH);
  const held = params.has('release') || params.has('as_of');
  const height = Math.min(estimateHeight(file, width, { held }), maxheight ?? Infinity);
  const whose = textOf(centre.names, locale) || m.product_name({}, { locale });
  return {
    version: '1.0',
    type: 'rich',
    title: model.title,
    provider_name: m.site_name({ centre: whose }, { locale }),
    provider_url: origin,
    cache_age: held && pasted.kind === 'metric' ? KEEP.frozen : KEEP.live,
    html: writeHtml(frame.href, { width, height, title: model.title }, origin + pageAddress),
    width,
    height,
    ...thumbnailOf({ file, pasted, origin, maxwidth, maxheight }),
  };
}

const embedPath = ({ kind, name }: Pasted) =>
  kind === 'saved' ? `/embed/c/${name}` : `/embed/${name}`;

const withQuery = (path: string, params: URLSearchParams) =>
  params.size ? `${path}?${params}` : path;

/**
 * A frame, and before it a link that nothing shows as it stands. WordPress drops `hidden`, lets the frame keep no more
 * than these attributes, and puts it in the place of the link once the frame has said how high it is.
 */
function writeHtml(
  src: string,
  { width, height, title }: { width: number; height: number; title: string },
  page: string,
): string {
  const say = escapeXml(title);
  return (
    `<blockquote hidden><a href="${escapeXml(page)}">${say}</a></blockquote>` +
    `<iframe src="${escapeXml(src)}" width="${width}" height="${height}" title="${say}" frameborder="0" ` +
    'loading="lazy" style="border:0;max-width:100%"></iframe>'
  );
}

/** The image of the chart, in its true size; none where the room is too small for one. */
function thumbnailOf({
  file,
  pasted: { kind, name, params },
  origin,
  maxwidth,
  maxheight,
}: Pick<FoundChart, 'file'> & { pasted: Pasted; origin: string } & Room): Record<
  string,
  string | number
> {
  const { least, most } = thumbnails;
  const width = Math.min(most, maxwidth ?? most);
  if (width < least) return {};
  const titled = params.get('title') !== 'hide';
  const theme = readTheme(params) ?? 'light';
  const drawn = writeSvg(file, { theme, width, height: null, titled });
  const height = Number(/ height="(\d+)"/.exec(drawn)![1]);
  if (height > (maxheight ?? Infinity)) return {};
  const query = new URLSearchParams(params);
  if (query.get('theme') === 'auto') query.delete('theme');
  query.set('width', String(width));
  return {
    thumbnail_url: origin + withQuery(`/${kind === 'saved' ? 'c' : 'charts'}/${name}.png`, query),
    thumbnail_width: width,
    thumbnail_height: height,
  };
}

/** The same as XML (https://oembed.com, 2.3.3). */
export const writeXml = (answer: Record<string, string | number>): string =>
  '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>' +
  Object.entries(answer)
    .map(([key, value]) => `<${key}>${escapeXml(String(value))}</${key}>`)
    .join('') +
  '</oembed>\n';
