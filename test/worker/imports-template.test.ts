import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportAnswer, Inspection } from '../../schema/staff/imports.ts';
import type { DraftCell } from '../../schema/staff/cells.ts';
import { formOf, importFile, preview } from './import-files.ts';
import { prepareRecord } from './record.ts';
import { employ, type Colleague } from './staff.ts';

let editor: Colleague;

/** Texts that a file may lose: formulas, quotation marks, line breaks, and what looks escaped. */
const hostile = [
  '=HYPERLINK("http://example.org")',
  "'=1+1",
  '-1, then +2',
  '@sum',
  'one\ntwo "three", four;',
  '_x0041_ <b>&amp;</b> \u{1f4c8}',
  '，中文、标点“引号”',
];

beforeAll(async () => {
  await prepareRecord('samples');
  editor = await employ('editor');
  await editor.read('POST', '/returns', { year: 2023 });
  const members = ['technology-transfer', 'biomedicine', 'intellectual-property', 'other'];
  const cells = members.map((member, i) => ({
    ...{ metric: 'agreements-signed', member, version: 0 },
    content: {
      value: i === 3 ? null : i * 1000,
      qualifier: i === 1 ? 'at_least' : 'exact',
      status: i === 3 ? 'O' : 'P',
      source: null,
      note: { zh: hostile[i]!, en: hostile[i + 3]!, pt: 'nota' },
    },
  }));
  await editor.read<{ cells: DraftCell[] }>('PUT', '/returns/2023/cells', { cells });
});

const download = async (year: number, format: string) => {
  const answer = await editor.ask('GET', `/returns/${year}/template.${format}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="return-${year}.${format}"`,
  );
  return new Uint8Array(await answer.arrayBuffer());
};

describe('GET /api/v1/staff/returns/{year}/template.{format}', () => {
  it.each(['csv', 'xlsx'])(
    'is known again as %s, and imported unchanged changes nothing',
    async (format) => {
      // 2023: drafts; 2024: what is public; 2020: sample figures, which are no facts.
      for (const year of [2020, 2023, 2024]) {
        const bytes = await download(year, format);
        const found = await editor.read<Inspection>('POST', '/imports/inspect', formOf(bytes));
        expect(found.isTemplate).toBe(true);
        const shown = await preview(editor, bytes, found.suggestion);
        expect(shown).toMatchObject({
          rows: found.rows,
          counts: { added: 0, changed: 0, wrong: 0 },
          wrong: [],
          years: [],
        });
        expect(shown.counts.same).toBeGreaterThan(0);
        expect(shown.counts.same + shown.counts.leftOut).toBe(found.rows);
      }
    },
  );

  it('takes what is filled in', async () => {
    const text = new TextDecoder().decode(await download(2020, 'csv'));
    const { suggestion } = await editor.read<Inspection>('POST', '/imports/inspect', formOf(text));
    const filled = text.replace(/^(people-trained,.*?,total,.*?,2020),,,,,/m, '$1,约30,,E,,');
    expect(filled).not.toBe(text);
    const { added }: ImportAnswer = await importFile(editor, filled, suggestion);
    expect(added).toMatchObject([
      {
        metric: 'people-trained',
        member: '',
        year: 2020,
        after: { value: 30, qualifier: 'about', status: 'E' },
      },
    ]);
  });

  it('runs no formula in a spreadsheet', async () => {
    const text = new TextDecoder().decode(await download(2023, 'csv'));
    const cells = text.split('\r\n').flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
    expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
  });

  it('refuses a year that the record has not', async () => {
    expect((await editor.ask('GET', '/returns/1999/template.csv')).status).toBe(404);
    expect((await editor.ask('GET', '/returns/2023/template.ods')).status).toBe(404);
  });
});
