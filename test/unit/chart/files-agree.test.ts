import fc from 'fast-check';
import Papa from 'papaparse';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { allSeries, type ChartFile } from '../../../web/src/lib/chart/files/chart-file.ts';
import { writeCsv } from '../../../web/src/lib/chart/files/csv.ts';
import { writeJson } from '../../../web/src/lib/chart/files/json.ts';
import { writeJsonStat } from '../../../web/src/lib/chart/files/jsonstat.ts';
import { writeDocx } from '../../../web/src/lib/chart/files/office/docx.ts';
import { writePptx } from '../../../web/src/lib/chart/files/office/pptx.ts';
import { writeSvg } from '../../../web/src/lib/chart/files/svg.ts';
import { writeXlsx } from '../../../web/src/lib/chart/files/xlsx.ts';
import { layoutChart } from '../../../web/src/lib/chart/layout.ts';
import { drawMarks } from '../../../web/src/lib/chart/svg.ts';
import { tableOf } from '../../../web/src/lib/chart/table.ts';
import { possibleShows, possibleTypes } from '../../../web/src/lib/chart/view.ts';
import { formatTick } from '../../../web/src/lib/words/numbers.ts';
import { agreements, figuresOf } from './figures.ts';
import { drawOnCanvas } from './canvas-record.ts';
import { askFor, centre, style } from './files.ts';
import { readImage, wordsOf, type Label, type Seen } from './files-svg-read.ts';
import { checkChart as checkOfficeChart, hasChart } from './office-check.ts';
import { readPackage } from './office-read.ts';
import { checkPixels, drawPicture } from './png-pixels.ts';

/** How many views are drawn and written in every form. */
const VIEWS = 240;

const given = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(null, 'O') },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', 'P', 'E', 'S'),
        fc.constantFrom('', '', '>=', '~'),
        fc.integer({ min: 0, max: 40 }),
      )
      .map((parts) => parts.join('')),
  },
);
const years = fc.array(given, { minLength: 1, maxLength: 7 });

const view = fc
  .record({
    total: years,
    transfer: years,
    biomedicine: years,
    members: fc.boolean(),
    additive: fc.constantFrom(true, true, false),
    decimals: fc.constantFrom(0, 1),
    breakYear: fc.integer({ min: 2018, max: 2030 }),
    toDate: fc.integer({ min: 2018, max: 2030 }),
    locale: fc.constantFrom('zh' as const, 'en' as const),
    by: fc.constantFrom('total' as const, 'members' as const),
    show: fc.nat(3),
    type: fc.nat(1),
    cut: fc.boolean(),
  })
  .map((made) => {
    const { total, transfer, biomedicine, additive, decimals, locale } = made;
    const breaks = [{ year: made.breakYear, reasons: {} }];
    const metric = { ...agreements, additive, decimals, breaks };
    const figures = figuresOf(total, {
      metric: made.members ? metric : { ...metric, breakdown: null },
      by: made.members ? { transfer, biomedicine } : {},
      toDate: made.toDate,
    });
    const bounds = { ...figures, hasBreakdown: made.members, additive };
    const shows = possibleShows(bounds);
    const show = shows[made.show % shows.length]!;
    const by = !made.members ? 'total' : show === 'share' ? 'members' : made.by;
    const types = possibleTypes({ by, show }, bounds);
    const from = made.cut ? Math.min(2019, figures.to) : 2018;
    const query = new URLSearchParams({
      by,
      show,
      type: types[made.type % types.length]!,
      from: String(from),
    });
    return askFor(figures, String(query), locale).file;
  });

/** A number with its marks, as one line that can be compared. Null: there is none. */
type Told = Map<string, string>;
const tell = (value: number | null, marks: readonly string[]) =>
  `${value} ${[...marks].sort().join()}`.trim();

/** What the model says, the measure of all others. */
const ofModel = ({ model }: ChartFile): Told =>
  new Map(
    allSeries(model).flatMap(({ id, points }) =>
      points.map(({ year, value, marks }) => [`${id} ${year}`, tell(value, marks)] as const),
    ),
  );

/** A row of CSV or of the data sheet of the workbook. */
function ofRow(row: Record<string, unknown>): [string, string] {
  const { value, qualifier, status, why_missing: why } = row;
  const none = value === '' || value === null;
  const marks = none
    ? why === 'retired' || why === 'not_known'
      ? []
      : ['missing']
    : [
        ...(qualifier === 'at_least' || qualifier === 'about' ? [qualifier] : []),
        ...(status === 'P' || status === 'E' ? [status] : []),
        ...[row.sample, row.year_to_date].flatMap((mark) => (mark ? String(mark) : [])),
      ];
  return [`${row.series} ${row.year}`, tell(none ? null : Number(value), marks)];
}

const ofCsv = (file: ChartFile): Told => {
  const { data } = Papa.parse<Record<string, string>>(writeCsv(file).slice(1), { header: true });
  return new Map(data.map(ofRow));
};

const ofXlsx = async (file: ChartFile): Promise<{ data: Told; table: unknown[][] }> => {
  const [table, data] = await readSheets(Buffer.from(writeXlsx(file)));
  const [head, ...rows] = data!.data;
  const asRows = rows.map((row) =>
    Object.fromEntries(head!.map((key, i) => [String(key), row[i]])),
  );
  return { data: new Map(asRows.map(ofRow)), table: table!.data };
};

const ofJson = (file: ChartFile): Told => {
  const { series } = JSON.parse(writeJson(file)) as {
    series: { id: string; points: (Record<string, unknown> & { year: number })[] }[];
  };
  return new Map(
    series.flatMap(({ id, points }) =>
      points.map((point) =>
        ofRow({
          ...point,
          series: id,
          sample: point.sample && 'sample',
          year_to_date: point.yearToDate && 'year_to_date',
          why_missing: (point.whyMissing as { code: string } | null)?.code,
        }),
      ),
    ),
  );
};

const ofJsonStat = (file: ChartFile): Told => {
  const { dimension, value, status } = JSON.parse(writeJsonStat(file));
  const told: Told = new Map();
  const ofYears: string[] = dimension.year.category.index;
  dimension.series.category.index.forEach((series: string, row: number) =>
    ofYears.forEach((year, column) => {
      const at = row * ofYears.length + column;
      const code: string = status[at];
      const marks = code.startsWith('missing:')
        ? code === 'missing:retired' || code === 'missing:not_known'
          ? []
          : ['missing']
        : code.split('+').filter((part) => part !== 'A' && part !== 'at_most');
      told.set(`${series} ${year}`, tell(value[at], marks));
    }),
  );
  return told;
};

/** A printed number: grouping, sign and qualifier away. */
const printed = (text: string) => Number(text.replace(/[^\d.\u2212]/g, '').replace('\u2212', '-'));

/** What was printed of a value, given its decimals: nearest, or of a lower bound the next below. */
const expectPrinted = (text: string, value: number, places: number, what: string) =>
  expect(Math.abs(printed(text) - value), `${what}: ${text} for ${value}`).toBeLessThanOrEqual(
    10 ** -places + 1e-9,
  );

function checkTable({ model }: ChartFile, told: Told): void {
  const { rows, years: columns } = tableOf(model);
  expect(rows.length * columns.length).toBe(told.size);
  for (const { id, cells } of rows)
    cells.forEach(({ text, marks, missing }, i) => {
      const at = `${id} ${columns[i]}`;
      const [value, list = ''] = told.get(at)!.split(' ');
      expect([...marks].sort().join(), at).toBe(list);
      expect(missing, at).toBe(value === 'null');
      if (!missing) expectPrinted(text, Number(value), model.decimals, at);
    });
}

function checkSheet({ model }: ChartFile, table: unknown[][]): void {
  const head = table.findIndex((row) => row[1] === model.years[0]);
  allSeries(model).forEach(({ name, points }, i) => {
    const cells = points.map(({ value, label }) => value ?? label);
    expect(table[head + 1 + i]!.slice(0, 1 + cells.length)).toEqual([name, ...cells]);
  });
}

/** What a drawing shows of each value that it draws, and that it draws no other. */
function checkDrawing(
  { model }: ChartFile,
  { seen, labels }: { seen: Seen[]; labels: Label[] },
): void {
  const line = model.kind === 'line';
  let found = 0;
  for (const { id, colour, points } of model.series)
    for (const point of points) {
      const at = `${id} ${point.year}`;
      const mine = seen.filter((one) => one.year === point.year && one.colour === colour);
      if (point.value === null || (!line && point.value === 0)) {
        expect(mine, at).toEqual([]);
        continue;
      }
      expect(mine, at).toHaveLength(1);
      found++;
      const [one] = mine;
      expect(Math.abs(one!.value - point.value), at).toBeLessThanOrEqual(one!.within);
      // A sample is drawn as one, whatever else it is; "about" is a sign in the label.
      const look = point.sample
        ? 'sample'
        : point.marks.find((mark) => mark === 'P' || mark === 'E');
      const shown = line && (look === 'sample' || look === 'E') ? 'hole' : look;
      const marks = point.marks.filter((mark) => mark === 'at_least' || mark === 'year_to_date');
      expect([...one!.marks].sort(), at).toEqual([...(shown ? [shown] : []), ...marks].sort());
    }
  expect(seen).toHaveLength(found);

  const whole = model.kind === 'stacked' ? model.total : model.series[0];
  for (const { year, text } of labels)
    expect(text).toBe(whole!.points.find((point) => point.year === year)!.label);
}

/** The words that stand around the drawing in an image. */
function checkWords({ model }: ChartFile, svg: string): void {
  const words = wordsOf(svg);
  const says = (text: string) => expect(words).toContain(text.replace(/\s/g, ''));
  says(model.title);
  says(model.subtitle);
  says(model.sourceLine);
  says(model.releaseLine);
  says(centre.names[model.locale]);
  if (model.hasSample) expect(words).toMatch(/sample|示例/);
  for (const { id, name } of model.series.length > 1 ? model.series : []) if (id) says(name);
}

/** What Chart.js is given, and what is drawn on its canvas: the same as in the image. */
function checkCanvas(file: ChartFile): void {
  const { model } = file;
  const { labels, data, drawn } = drawOnCanvas(model);
  expect(labels).toEqual(model.years);
  expect(data).toEqual(model.series.map(({ points }) => points.map(({ value }) => value)));
  checkDrawing(file, readImage(drawn));
}

/** What pages and frames draw, in a layout of their own. Colours in place of classes: another test compares the two. */
function checkPage(file: ChartFile): void {
  const { model } = file;
  const layout = layoutChart(model, 'wide', (value) => formatTick(value, model.locale));
  const marks = drawMarks(model, layout, { id: 'page', theme: 'light' });
  const drawn = `<g transform="translate(0 0)" font-size="${layout.fontSize}">${marks}</g>`;
  checkDrawing(file, readImage(drawn));
}

/** The image as SVG and as PNG. Gives how many places of the PNG were looked at. */
async function checkImages(file: ChartFile): Promise<number> {
  const svg = writeSvg(file, style);
  const read = readImage(svg);
  checkDrawing(file, read);
  checkWords(file, svg);
  const colours = file.model.series.map(({ colour }) => colour);
  return checkPixels(await drawPicture(svg), read, colours);
}

/** The native charts in a document and on a slide. */
function checkOffice(file: ChartFile): void {
  const parts = {
    word: readPackage(writeDocx(file, style)),
    ppt: readPackage(writePptx(file, style)),
  };
  for (const [folder, read] of Object.entries(parts)) {
    const chart = `${folder}/charts/chart1.xml`;
    expect(read.names.includes(chart)).toBe(hasChart(file));
    if (hasChart(file)) checkOfficeChart(file, read, folder, style.theme);
  }
}

/** What the sentence must say of the marks that are in the chart, and of its last value. */
function checkSentence({ model, metric }: ChartFile): void {
  const { sentence, show, series, total } = model;
  const points = [...series, ...(total ? [total] : [])].flatMap((one) => one.points);
  const has = (mark: string) => points.some(({ marks }) => (marks as string[]).includes(mark));
  const words = {
    sample: /sample|示例/,
    E: /estimate|估计/,
    P: /provisional|初步/,
    at_least: /at least|lower bound|不少于|下限/,
    year_to_date: /to date|年度未结束|截至/,
  };
  for (const [mark, said] of Object.entries(words)) if (has(mark)) expect(sentence).toMatch(said);
  const whole = (total ?? series.find(({ id }) => id === 'total'))?.points;
  const last = whole?.findLast(({ value }) => value !== null);
  if (show === 'value' && last && metric.id) {
    const number = /[\d.,]+/.exec(last.label)![0];
    expect(sentence).toContain(number);
  }
}

describe('one view in every form', () => {
  it(`has the same numbers and marks in ${VIEWS} views`, async () => {
    const kinds = new Set<string>();
    let drawn = 0;
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(view, async (file) => {
        const told = ofModel(file);
        kinds.add(`${file.model.kind} ${file.model.show} ${file.model.locale}`);
        drawn++;
        const { data, table } = await ofXlsx(file);
        expect(data).toEqual(told);
        expect(ofCsv(file)).toEqual(told);
        expect(ofJson(file)).toEqual(told);
        expect(ofJsonStat(file)).toEqual(told);
        checkTable(file, told);
        checkSheet(file, table);
        checkCanvas(file);
        checkSentence(file);
        checkOffice(file);
        checkPage(file);
        looked += await checkImages(file);
      }),
      { numRuns: VIEWS, seed: 2024 },
    );
    expect(drawn).toBeGreaterThanOrEqual(200);
    expect(looked).toBeGreaterThan(1_200);
    // Bars, stacks and lines; values, changes, sums and shares; both languages.
    expect(kinds.size).toBeGreaterThanOrEqual(12);
  }, 300_000);
});
