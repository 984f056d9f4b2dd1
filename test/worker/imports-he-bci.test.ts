import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Inspection } from '../../schema/staff/imports.ts';
import type { Sheet } from '../../schema/staff/returns.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import csv from '../data/he-bci-4b-licences.csv?raw';
import { formOf, importFile, preview, type Sent } from './import-files.ts';
import { database, prepareRecord } from './record.ts';
import { employ, type Colleague } from './staff.ts';

const members = {
  SMEs: 'sme',
  'Other (non-SME) commercial businesses': 'large',
  'Non-commercial organisations': 'non-commercial',
};
const leftOut = [
  'Total number - Subtotal overseas',
  'Total number generating income in the period',
  'Total number generating income in the period - Subtotal overseas',
];

const mapping: Sent = {
  metric: { fixed: 'licences-granted' },
  member: {
    column: 'Type of organisation',
    values: {
      ...members,
      'Total number': '',
      ...Object.fromEntries(leftOut.map((text) => [text, null])),
    },
  },
  year: { column: 'Academic Year' },
  yearRule: 'begins',
  value: { column: 'Value' },
  where: [{ column: 'Type of licence granted', equals: ['Non-software'] }],
  duplicates: 'sum',
  source: { fixed: 'he-bci-4b' },
  noteEn: { fixed: 'Sum of five universities.' },
};

let admin: Colleague;

beforeAll(async () => {
  await prepareRecord('facts');
  await openStaffDb(database).run(sql`update centre set founded_year = 2010`);
  admin = await employ('admin');
  const put = (kind: string, key: string, content: object) =>
    admin.read('PUT', `/catalogue/${kind}/${key}`, { version: 0, content });
  await put('source', 'he-bci-4b', {
    kind: 'official',
    titles: { zh: 'HE-BCI 表4b', en: 'HE-BCI table 4b' },
    publisher: { zh: 'HESA', en: 'HESA, part of Jisc' },
    publishedOn: null,
    url: 'https://www.hesa.ac.uk/data-and-analysis/business-community/ip',
  });
  await put('breakdown', 'organisation', { names: { zh: '机构类型', en: 'Type of organisation' } });
  for (const [position, [name, id]] of Object.entries(members).entries()) {
    const names = { zh: `类型${position}`, en: name };
    await put('member', `organisation~${id}`, {
      position,
      colour: position,
      names,
      lastYear: null,
    });
  }
  await put('metric', 'licences-granted', {
    group: 'agreements',
    position: 90,
    breakdown: 'organisation',
    additive: true,
    direction: 'up',
    decimals: 0,
    names: { zh: '许可数', en: 'Licences granted' },
    definitions: { zh: '当年授予的许可数。', en: 'Licences granted in the academic year.' },
    units: { zh: { other: '项' }, en: { one: 'licence', other: 'licences' } },
    lastYear: null,
  });
});

/** Worked out from the lines of the file alone: no cell of it holds a comma or a quotation mark. */
function sumOfLines(licence: RegExp, organisation: string, year: string): number {
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
    .filter((cells) => licence.test(cells[5]!) && cells[6] === organisation && cells[4] === year)
    .reduce((sum, cells) => sum + Number(cells[7]), 0);
}

describe('HE-BCI table 4b', () => {
  it('is understood as far as its heads and the catalogue say', async () => {
    const found = await admin.read<Inspection>('POST', '/imports/inspect', formOf(csv));
    expect(found).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      rows: 700,
      isTemplate: false,
      suggestion: {
        layout: 'long',
        member: { column: 'Type of organisation', values: { ...members, 'Total number': '' } },
        year: { column: 'Academic Year' },
        value: { column: 'Value' },
      },
    });
    expect(found.columns[5]).toMatchObject({
      distinct: 2,
      values: ['Non-software', 'Software only'],
    });
  });

  it('is imported by academic year, licence type and organisation, and agrees with the file', async () => {
    const shown = await preview(admin, csv, mapping);
    expect(shown.counts).toEqual({ added: 40, changed: 0, same: 0, wrong: 0, leftOut: 350 + 150 });
    expect(shown.starts).toEqual([2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]);
    expect(shown.yearTexts[0]).toEqual({ text: '2014/15', year: 2014 });

    const done = await importFile(admin, csv, mapping, shown.basis);
    expect(done).toEqual({ ...shown, dryRun: false });
    for (const year of [2014, 2019, 2023]) {
      const sheet = await admin.read<Sheet>('GET', `/returns/${year}`);
      const cells = sheet.metrics.find(({ id }) => id === 'licences-granted')!.cells;
      const values = Object.fromEntries(
        cells.map(({ member, draft }) => [
          member,
          draft?.content && !draft.content.withdrawn ? draft.content.value : null,
        ]),
      );
      const text = `${year}/${String(year + 1).slice(2)}`;
      expect(values).toEqual({
        ...Object.fromEntries(
          Object.entries(members).map(([name, id]) => [
            id,
            sumOfLines(/^Non-software$/, name, text),
          ]),
        ),
        '': sumOfLines(/^Non-software$/, 'Total number', text),
      });
    }
    expect((await preview(admin, csv, mapping)).counts).toMatchObject({
      added: 0,
      changed: 0,
      same: 40,
    });
  });

  it('counts 2014/15 for 2015 by the other rule, and both licence types together', async () => {
    const both: Sent = { ...mapping, where: [], yearRule: 'ends' };
    const shown = await preview(admin, csv, both);
    expect(shown.years.at(-1)).toBe(2024);
    const total = [...shown.added, ...shown.changed].find(
      ({ year, member }) => year === 2015 && member === '',
    );
    expect(total?.after).toMatchObject({ value: sumOfLines(/./, 'Total number', '2014/15') });
  });
});
