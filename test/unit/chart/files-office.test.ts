import { decode } from 'fast-png';
import jsQR from 'jsqr';
import mammoth from 'mammoth';
import { parse } from 'pptxtojson/dist/index.js';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { ChartFile, ImageStyle } from '../../../web/src/lib/chart/files/chart-file.ts';
import { writeDocx } from '../../../web/src/lib/chart/files/office/docx.ts';
import { writePptx } from '../../../web/src/lib/chart/files/office/pptx.ts';
import { printable } from '../../../web/src/lib/chart/escape.ts';
import { tableOf } from '../../../web/src/lib/chart/table.ts';
import { figuresOf } from './figures.ts';
import { approvedViews } from './files-views.ts';
import { askFor, centre, fileOf, style } from './files.ts';
import { samples } from './layout-samples.ts';
import { checkChart, hasChart } from './office-check.ts';
import { findDisorder } from './office-order.ts';
import { all, findLooseEnds, readChart, readPackage, show } from './office-read.ts';
import type { Package, ReadSeries } from './office-read.ts';

const verification = {
  code: '7K3M-9QXT',
  url: 'https://yearbook.example/v/7K3M9QXT?a=1&b=2',
};
/** Made by hand, with labels that are not those of what they show. */
const mislabelled = ['change', 'share'];
const handmade = Object.entries(samples)
  .filter(([name]) => !mislabelled.includes(name))
  .map(([name, model]) => [`sample ${name}`, { file: { ...fileOf(model), verification }, style }]);
const views = Object.entries<{ file: ChartFile; style: ImageStyle }>({
  ...Object.fromEntries(
    Object.entries(approvedViews).filter(([name]) => !/hand| en .*dark/.test(name)),
  ),
  ...Object.fromEntries(handmade),
});

const squeeze = (text: string) => printable(text).replace(/\s/g, '');
const strip = (html: string) =>
  squeeze(
    html
      .replace(/<[^>]*>/g, '')
      .replace(/&nbsp;/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&'),
  );

/** The sheet inside has the same cells as the chart, where the chart says they are. */
async function checkSheet(read: ReadSeries[], { bytes }: Package, folder: string): Promise<void> {
  const [sheet, notes] = await readSheets(
    Buffer.from(bytes(`${folder}/embeddings/Microsoft_Excel_Sheet1.xlsx`)),
  );
  const [head, ...rows] = sheet!.data;
  expect(head!.length).toBe(1 + read.length);
  for (const { name, column, categories, points } of read) {
    const at = column.charCodeAt(0) - 65;
    // The reader trims texts.
    expect(head![at]).toBe(name.trim());
    rows.forEach((row, i) => {
      expect(row[0]).toBe(categories[i]);
      expect(row[at] ?? null).toBe(points.get(i)?.value ?? null);
    });
  }
  expect(notes!.data.length).toBeGreaterThan(3);
}

/** What stands around the chart, in a text without spaces. */
function checkWords({ model, verification: given }: ChartFile, words: string, titled: boolean) {
  const says = (text: string) => expect(words).toContain(squeeze(text));
  if (titled) says(model.title);
  says(model.subtitle);
  says(model.sourceLine);
  says(model.releaseLine);
  says(centre.names[model.locale]);
  for (const text of model.footnotes) says(text);
  for (const { label } of model.annotations) says(label);
  for (const { mark, label } of model.legend) if (mark !== 'missing') says(label);
  if (!hasChart({ model } as ChartFile)) says(model.empty!);
  if (given) {
    says(given.code);
    says(given.url);
  }
}

const disorderOf = ({ names, xml }: Package) =>
  names.filter((name) => name.endsWith('.xml')).flatMap((name) => findDisorder(xml(name)));

const cellsOf = ({ model }: ChartFile) =>
  tableOf(model).rows.flatMap(({ name, cells }) => [name, ...cells.map(({ text }) => text)]);

describe.each(views)('in Office: %s', (_, { file, style: look }) => {
  const { model } = file;

  it('is a Word document with a chart that can be edited, and the table', async () => {
    const bytes = writeDocx(file, look);
    expect(writeDocx(file, look)).toEqual(bytes);
    const parts = readPackage(bytes);
    expect(findLooseEnds(parts)).toEqual([]);
    expect(disorderOf(parts)).toEqual([]);
    if (hasChart(file)) {
      const read = checkChart(file, parts, 'word', 'light');
      await checkSheet(read, parts, 'word');
      const [described] = all(parts.xml('word/document.xml'), 'wp:docPr').slice(-1);
      expect(described).toBeDefined();
    }
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const words = strip(value);
    checkWords(file, words, look.titled);
    const heading = /<h1>(.*?)<\/h1>/.exec(value)?.[1];
    expect(heading === undefined ? null : strip(heading)).toBe(
      look.titled ? squeeze(model.title) : null,
    );
    for (const text of cellsOf(file)) expect(words).toContain(squeeze(text));
    expect(value.match(/<th>/g)?.length).toBeGreaterThanOrEqual(1 + model.years.length);
  });

  it('is slides with a chart that can be edited, and the table', async () => {
    const bytes = writePptx(file, look);
    expect(writePptx(file, look)).toEqual(bytes);
    const parts = readPackage(bytes);
    expect(findLooseEnds(parts)).toEqual([]);
    expect(disorderOf(parts)).toEqual([]);
    if (hasChart(file)) {
      const read = checkChart(file, parts, 'ppt', look.theme);
      await checkSheet(read, parts, 'ppt');
    }
    const { slides } = await parse(bytes.buffer, { imageMode: 'none' });
    const elements = slides.flatMap((slide) => slide.elements);
    const tables = elements.filter((one) => one.type === 'table');
    const texts = tables.flatMap(({ data }) => data.flat().map(({ text }) => strip(text)));
    for (const text of cellsOf(file))
      expect(texts.some((found) => found.startsWith(squeeze(text)))).toBe(true);
    const words = elements.map((one) => ('content' in one ? strip(one.content) : '')).join('');
    checkWords(file, words, look.titled);
    expect(elements.filter(({ type }) => type === 'chart')).toHaveLength(hasChart(file) ? 1 : 0);
  });
});

describe('writeDocx and writePptx', () => {
  const views = { docx: writeDocx, pptx: writePptx };
  const { file } = askFor(figuresOf(['S3', null, '>=17']), '');

  it.each(Object.entries(views))('say of themselves what they are: %s', (_, write) => {
    const core = readPackage(write(file, style)).xml('docProps/core.xml');
    const text = (name: string) => all(core, name)[0]!.textContent;
    expect(text('dc:title')).toBe(file.model.title);
    expect(text('dc:creator')).toBe('BRICS Technology Transfer Center');
    expect(text('dc:language')).toBe('en-GB');
    expect(text('dcterms:created')).toBe('2024-11-11T17:00:00Z');
  });

  it('say the chart in words for those who do not see it', () => {
    const docx = readPackage(writeDocx(file, style)).xml('word/document.xml');
    expect(all(docx, 'wp:docPr')[0]!.getAttribute('descr')).toBe(file.model.sentence);
    const slide = readPackage(writePptx(file, style)).xml('ppt/slides/slide1.xml');
    const described = all(slide, 'p:cNvPr').map((one) => one.getAttribute('descr'));
    expect(described).toContain(file.model.sentence);
  });

  it('say under a year that nothing was reported, and draw no zero there', () => {
    const [series] = readChart(readPackage(writeDocx(file, style)).xml('word/charts/chart1.xml'));
    expect(series!.categories).toEqual(['2018', '2019\nnot reported', '2020']);
    expect([...series!.points.keys()]).toEqual([0, 2]);
  });

  it('never round a lower bound up', () => {
    const shares = figuresOf(['3'], { by: { transfer: ['>=2'], biomedicine: [1] } });
    const { file: share } = askFor(shares, 'show=share&by=domain');
    const point = share.model.series[0]!.points[0]!;
    const forced = { ...point, value: 66.66, label: '≥66.6%', qualifier: 'at_least' as const };
    const model = { ...share.model, series: [{ ...share.model.series[0]!, points: [forced] }] };
    const [read] = readChart(
      readPackage(writeDocx({ ...share, model }, style)).xml('word/charts/chart1.xml'),
    );
    expect(show(read!.points.get(0)!.label!, 66.66)).toBe('≥66.6%');
  });

  it.each(Object.entries(views))('carry a code that leads to the page: %s', (name, write) => {
    const path = `${name === 'docx' ? 'word' : 'ppt'}/media/code.png`;
    const parts = readPackage(write({ ...file, verification }, style));
    const { data, width, height, depth } = decode(parts.bytes(path));
    expect(depth).toBe(1);
    const row = data.length / height;
    const pixels = Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => {
      const [x, y] = [(i >> 2) % width, Math.floor((i >> 2) / width)];
      return i % 4 === 3 || data[y * row + (x >> 3)]! & (128 >> (x & 7)) ? 255 : 0;
    });
    expect(jsQR(pixels, width, height)?.data).toBe(verification.url);
    const without = readPackage(write(file, style));
    expect(without.names).not.toContain(path);
  });

  it('set Chinese as Chinese', () => {
    const { file: zh } = askFor(figuresOf([3]), '', 'zh');
    const parts = readPackage(writeDocx(zh, style));
    const [language] = all(parts.xml('word/styles.xml'), 'w:lang');
    expect(language!.getAttribute('w:eastAsia')).toBe('zh-CN');
    const slide = readPackage(writePptx(zh, style)).xml('ppt/slides/slide1.xml');
    for (const one of all(slide, 'a:rPr')) expect(one.getAttribute('lang')).toBe('zh-CN');
  });
});
