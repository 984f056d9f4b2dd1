import type { ToShare } from '$lib/api/share.ts';
import { possibleScale } from '$schema/files/image-size.ts';
import { writeSvg } from '$lib/chart/files/svg.ts';
import { estimateHeight } from '$lib/embed/frame-height.ts';
import { viewQuery } from '$lib/chart/view.ts';
import { intlTag, type Locale } from '$lib/words/locale.ts';
import { citeApa, citeGbt } from '$lib/words/citation.ts';
import * as m from '$lib/paraglide/messages.js';
import {
  embedOf,
  fileOf,
  forms,
  linkOf,
  namingOf,
  pageOf,
  type Form,
  type Shared,
} from './addresses.ts';
import { citedTitle, nameOf, whoseName } from './names.ts';
import { elementCode, iframeCode, markdownCode } from './snippets.ts';
import { tableAsHtml, tableAsTsv, takeTable, type TakenTable } from './taken-table.ts';

/** A PNG for screens and for Word is drawn at twice its size. */
const SHARP = 2;

export interface Text {
  id: 'link' | 'element' | 'iframe' | 'image' | 'markdown' | 'apa' | 'gbt';
  text: string;
  /** In a citation: how the day of reading stands in it, which only the reader's own clock knows. */
  day?: 'long' | 'iso';
}

/** All that a chart can be taken away as. */
export interface Made {
  /** What it is called elsewhere. */
  name: string;
  language: Locale;
  /** What the image shows now, for who does not see it. */
  alt: string;
  /** The page of the chart below the language, and the view as pairs of its query. */
  page: string;
  view: Record<string, string>;
  /** The tag by which days are written in that language. */
  tag: string;
  preview: { address: string; width: number; height: number };
  /** The image as it is copied. */
  png: string;
  files: {
    group: keyof typeof forms;
    form: Form;
    /** As it is asked for, and as it is had: a large image cannot be drawn at three times its size. */
    scale: number;
    drawn: string;
    address: string;
  }[];
  texts: Text[];
  table: TakenTable;
  /** The same for the clipboard. */
  html: string;
  tsv: string;
  link: string;
  /** Where staff name the view; null: it has a name. */
  naming: string | null;
}

/** @param at where the site is, and what the chart is held at: null where it follows the record */
export function makeShare(
  { file, bounds, saved, ownTitle = null, choices }: ToShare,
  at: { origin: string; release: number | null; withoutSample: boolean },
): Made {
  const { model, metric, centre, release } = file;
  const { locale } = model;
  const { theme, width, titled } = choices;
  const view = viewQuery(file.view, bounds, '').filter(([key]) => key !== 'view');
  const shared: Shared = { ...at, metric: metric.id, saved: saved ?? null, view, choices };
  const link = linkOf(shared);
  const name = nameOf({ ...file, ownTitle }, at.release !== null);
  const height = heightOf(writeSvg(file, { theme, width, height: null, titled }));
  const png = fileOf(shared, 'png', SHARP);
  const image = at.origin + png;
  const embedded = {
    name,
    link,
    image,
    embed: embedOf(shared),
    script: `${at.origin}/embed.js`,
    width,
    imageHeight: height,
    frameHeight: estimateHeight(file, width, { held: at.release !== null }),
  };
  const cited = {
    author: whoseName(centre, locale),
    title: citedTitle({ ...file, ownTitle }),
    release: release.n,
    published: release.publishedAt,
    timeZone: centre.timeZone,
    address: link,
  };
  const day = m.share_day({}, { locale });
  // What is pasted stays as it is: its address leads to the same figures.
  const table = takeTable(model, linkOf({ ...shared, release: release.n }));
  return {
    name,
    language: locale,
    alt: model.sentence,
    page: pageOf(shared),
    view: saved === undefined ? Object.fromEntries(view) : {},
    tag: intlTag(locale),
    preview: { address: fileOf(shared, 'svg'), width, height },
    png,
    files: listFiles(shared, { width, height }),
    texts: [
      { id: 'link', text: link },
      { id: 'element', text: elementCode(embedded) },
      { id: 'iframe', text: iframeCode(embedded) },
      { id: 'image', text: image },
      { id: 'markdown', text: markdownCode(embedded) },
      { id: 'gbt', text: citeGbt(cited, day, locale), day: 'iso' },
      { id: 'apa', text: citeApa(cited, day, locale), day: 'long' },
    ],
    table,
    html: tableAsHtml(table),
    tsv: tableAsTsv(table),
    link,
    naming: saved === undefined ? namingOf(shared) : null,
  };
}

const heightOf = (svg: string): number => Number(/<svg[^>]* height="(\d+)"/.exec(svg)?.[1]);

/** The scales of an image, each with a larger picture than the one before. */
export function scalesOf(size: {
  width: number;
  height: number;
}): { scale: number; drawn: string }[] {
  const all = [1, 2, 3].map((scale) => {
    // Never more than there is.
    const drawn = Math.floor(possibleScale(size, scale) * 10) / 10;
    return { scale, drawn: String(drawn) };
  });
  return all.filter(({ drawn }, i) => drawn !== all[i - 1]?.drawn);
}

function listFiles(shared: Shared, size: { width: number; height: number }): Made['files'] {
  const groups = Object.keys(forms) as (keyof typeof forms)[];
  return groups.flatMap((group) =>
    forms[group].flatMap((form) =>
      (form === 'png' ? scalesOf(size) : [{ scale: 1, drawn: '1' }]).map(({ scale, drawn }) => ({
        group,
        form,
        scale,
        drawn,
        address: fileOf(shared, form, scale),
      })),
    ),
  );
}
