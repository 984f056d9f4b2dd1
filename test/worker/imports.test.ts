import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportAnswer } from '../../schema/staff/imports.ts';
import type { Sheet } from '../../schema/staff/returns.ts';
import { formOf, importFile, longMapping, preview, refusal, type Sent } from './import-files.ts';
import { database, prepareRecord } from './record.ts';
import { employ, type Colleague } from './staff.ts';

let editor: Colleague;

beforeAll(async () => {
  await prepareRecord('facts');
  editor = await employ('editor');
  await editor.read('GET', '/returns');
});

beforeEach(() =>
  database.batch([
    database.prepare('delete from draft'),
    database.prepare('delete from year_return'),
  ]),
);

const count = async (table: 'audit' | 'draft' | 'year_return') =>
  (await database.prepare(`select count(*) as n from ${table}`).first<{ n: number }>())!.n;

const head = 'metric,member,year,value\n';

/** What the return of a year says of one figure. */
async function contentOf(year: number, metric: string, member: string) {
  const sheet = await editor.read<Sheet>('GET', `/returns/${year}`);
  const cells = sheet.metrics.find(({ id }) => id === metric)!.cells;
  return cells.find((cell) => cell.member === member)!.draft?.content ?? null;
}

const problems = ({ wrong }: ImportAnswer) =>
  wrong.map(({ row, column, value, code }) => [row, column, value, code]);

describe('POST /api/v1/staff/imports', () => {
  it('writes nothing as a dry run, and then what the preview said', async () => {
    const file = `${head}people-trained,total,2020,"1,200"\npeople-trained,total,2021,≥5\n`;
    const before = await count('audit');
    const shown = await preview(editor, file, longMapping);
    expect(shown).toMatchObject({
      dryRun: true,
      rows: 2,
      counts: { added: 2, changed: 0, same: 0, wrong: 0, leftOut: 0 },
      years: [2020, 2021],
      starts: [2020, 2021],
    });
    expect([await count('draft'), await count('year_return')]).toEqual([0, 0]);
    expect(await count('audit')).toBe(before);

    expect(await importFile(editor, file, longMapping, shown.basis)).toEqual({
      ...shown,
      dryRun: false,
    });
    expect(await contentOf(2020, 'people-trained', '')).toMatchObject({
      value: 1200,
      qualifier: 'exact',
      status: 'A',
    });
    expect(await contentOf(2021, 'people-trained', '')).toMatchObject({
      value: 5,
      qualifier: 'at_least',
    });
    expect(await count('audit')).toBe(before + 4);

    const again = await importFile(editor, file, longMapping);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, same: 2 });
    expect(await count('audit')).toBe(before + 4);
  });

  it('says old and new of what it changes, and keeps what the file does not speak of while the value stays', async () => {
    const full: Sent = {
      ...longMapping,
      noteEn: { fixed: 'Counted twice.' },
      status: { fixed: 'P' },
    };
    await importFile(editor, `${head}people-trained,total,2020,10\n`, full);
    const same = await preview(editor, `${head}people-trained,total,2020,10\n`, longMapping);
    expect(same.counts.same).toBe(1);
    const { changed } = await importFile(
      editor,
      `${head}people-trained,total,2020,11\n`,
      longMapping,
    );
    expect(changed).toMatchObject([
      {
        row: 2,
        before: { value: 10, status: 'P', note: { en: 'Counted twice.' } },
        after: { value: 11, status: 'A', note: null },
      },
    ]);
  });

  it('tells each wrong cell with its row, column, text and reason, and imports the others', async () => {
    const file = [
      'metric,member,year,value,state',
      'people-trained,total,2020,7,A',
      'people-trained,total,twenty,7,A',
      'people-trained,total,2019,"1,23",A',
      'people-trained,total,2021,-1,A',
      'people-trained,total,2022,1.5,A',
      'people-trained,total,2017,5,A',
      'people-trained,total,2023,5,X',
      'people-trained,total,2023,5,O',
      'unknown,total,2023,5,A',
      'agreements-signed,unknown,2020,5,A',
      'agreements-signed,,2020,5,A',
      'agreements-signed,biomedicine,2020,1,234,A',
      'talent-programmes,courses,2020,5,A',
      'talent-programmes,courses,2020,6,A',
      '=people-trained,total,2018,5,A',
      'people-trained,total,2024,—,A',
    ].join('\n');
    const done = await importFile(editor, file, { ...longMapping, status: { column: 'state' } });
    expect(problems(done)).toEqual([
      [3, 'year', 'twenty', 'unreadable_year'],
      [4, 'value', '1,23', 'unreadable_number'],
      [5, 'value', '-1', 'negative'],
      [6, 'value', '1.5', 'too_many_decimals'],
      [7, 'value', '5', 'outside_centre_life'],
      [8, 'state', 'X', 'unreadable_status'],
      [9, 'value', '5', 'value_with_missing'],
      [10, 'value', '5', 'unknown_metric'],
      [11, 'value', '5', 'unknown_member'],
      [12, 'member', '', 'no_member'],
      [13, null, '', 'surplus_cells'],
      [14, 'value', '5', 'duplicate'],
      [15, 'value', '6', 'duplicate'],
      [16, 'value', '5', 'unknown_metric'],
    ]);
    expect(done.counts).toMatchObject({ added: 2, wrong: 14 });
    expect(await contentOf(2024, 'people-trained', '')).toMatchObject({ value: null, status: 'O' });
  });

  it('judges a sum only by the rows that can be read as figures', async () => {
    const file =
      `${head}agreements-signed,biomedicine,2020,12\n` +
      'agreements-signed,other,2020,3\nagreements-signed,total,2020,-4\n';
    const shown = await preview(editor, file, longMapping);
    expect(problems(shown)).toEqual([[4, 'value', '-4', 'negative']]);
    expect(shown.counts).toMatchObject({ added: 2, wrong: 1 });
  });

  it('refuses a total below its parts, with all that the file says of the sum', async () => {
    const file = `${head}meetings-held,forum,2020,5\nmeetings-held,matchmaking,2020,5\nmeetings-held,total,2020,9\npeople-trained,total,2020,1\n`;
    const done = await importFile(editor, file, longMapping);
    expect(problems(done).map(([row, , , code]) => [row, code])).toEqual([
      [2, 'total_below_parts'],
      [3, 'total_below_parts'],
      [4, 'total_below_parts'],
    ]);
    expect(done.counts.added).toBe(1);
  });

  it('reads a column for each year and for each member', async () => {
    const years = 'what,2019/20,2020/21年度,2021\npeople-trained,1,,—\n';
    const byYear: Sent = {
      layout: 'wide-years',
      metric: { column: 'what' },
      member: { fixed: '' },
      year: { columns: ['2019/20', '2020/21年度', '2021'] },
      yearRule: 'ends',
    };
    const wide = await preview(editor, years, byYear);
    expect(wide.added.map(({ year, after }) => [year, 'value' in after && after.value])).toEqual([
      [2020, 1],
      [2021, null],
    ]);
    expect(wide.counts.leftOut).toBe(1);
    expect(wide.yearTexts).toEqual([
      { text: '2019/20', year: 2020 },
      { text: '2020/21年度', year: 2021 },
    ]);

    const members = 'Year,Forum,Matchmaking\nFY2019,1,2\n2020,3,x\n';
    const byMember: Sent = {
      layout: 'wide-members',
      metric: { fixed: 'meetings-held' },
      member: { columns: { Forum: 'forum', Matchmaking: 'matchmaking' } },
      year: { column: 'Year' },
    };
    const shown = await preview(editor, members, byMember);
    expect(shown.added.map(({ year, member }) => [year, member])).toEqual([
      [2019, 'forum'],
      [2019, 'matchmaking'],
      [2020, 'forum'],
    ]);
    expect(problems(shown)).toEqual([[3, 'Matchmaking', 'x', 'unreadable_number']]);
  });

  it('adds up, but never less than all rows of a sum', async () => {
    const file = `place,${head}a,people-trained,total,2020,1\nb,people-trained,total,2020,≥2\na,people-trained,total,2021,1\nb,people-trained,total,2021,\na,people-trained,total,2022,1\nb,people-trained,total,2022,many\n`;
    const shown = await preview(editor, file, { ...longMapping, duplicates: 'sum' });
    expect(shown.added.map(({ year, after }) => [year, after])).toMatchObject([
      [2020, { value: 3, qualifier: 'at_least' }],
      [2021, { value: 1, qualifier: 'at_least' }],
    ]);
    expect(problems(shown)).toEqual([
      [7, 'value', 'many', 'unreadable_number'],
      [6, 'value', '1', 'sum_of_wrong'],
    ]);
  });

  it('refuses with a new preview when what it would do is no longer what was shown', async () => {
    const file = `${head}people-trained,total,2020,10\n`;
    const shown = await preview(editor, file, longMapping);
    await importFile(editor, `${head}people-trained,total,2020,8\n`, longMapping);
    const answer = await editor.ask(
      'POST',
      '/imports',
      formOf(file, { mapping: longMapping, basis: shown.basis }),
    );
    expect(answer.status).toBe(409);
    const problem = await answer.json<{ code: string; preview: ImportAnswer }>();
    expect(problem.code).toBe('preview_outdated');
    expect(problem.preview).toMatchObject({
      dryRun: true,
      counts: { added: 0, changed: 1 },
      starts: [],
    });
    expect(await contentOf(2020, 'people-trained', '')).toMatchObject({ value: 8 });
    await importFile(editor, file, longMapping, problem.preview.basis);
    expect(await contentOf(2020, 'people-trained', '')).toMatchObject({ value: 10 });
  });

  it('leaves a return that is in review alone', async () => {
    await editor.read('POST', '/returns', { year: 2020 });
    await database.prepare(`update year_return set state = 'submitted' where year = 2020`).run();
    const file = `${head}people-trained,total,2020,1\npeople-trained,total,2021,1\n`;
    const done = await importFile(editor, file, longMapping);
    expect(problems(done)).toEqual([[2, 'value', '1', 'return_locked']]);
    expect(done.years).toEqual([2021]);
  });

  it('leaves a year alone whose release waits for its time, and begins a new round of one that is public', async () => {
    const { n } = (await database
      .prepare('select max(n) as n from release')
      .first<{ n: number }>())!;
    const publish = (year: number, release: number) =>
      database.prepare(
        `insert into year_return (year, state, started_at, release) values (${year}, 'published', 1, ${release})`,
      );
    await database.batch([
      database.prepare(
        `insert into release (n, published_at, reason, notes) values (${n + 1}, '2100-01-01T00:00:00.000Z', 'correction', '{}')`,
      ),
      publish(2020, n + 1),
      publish(2021, n),
    ]);
    const file = `${head}people-trained,total,2020,1\npeople-trained,total,2021,1\n`;
    const done = await importFile(editor, file, longMapping);
    await database.prepare(`delete from release where n = ${n + 1}`).run();
    expect(problems(done)).toEqual([[2, 'value', '1', 'return_locked']]);
    expect(done.starts).toEqual([2021]);
    expect(await contentOf(2021, 'people-trained', '')).toMatchObject({ value: 1 });
  });

  it('is described with its form', async () => {
    const answer = await editor.ask('GET', '/openapi.json');
    const { paths } = await answer.json<{
      paths: Record<string, { post?: { requestBody: unknown } }>;
    }>();
    expect(paths['/api/v1/staff/imports']?.post?.requestBody).toMatchObject({
      content: {
        'multipart/form-data': {
          schema: {
            properties: { file: { type: 'string', format: 'binary' }, mapping: { type: 'string' } },
          },
        },
      },
    });
    expect(Object.keys(paths)).toContain('/api/v1/staff/returns/{year}/template.{format}');
  });

  it('writes all or nothing when two people import at once', async () => {
    const other = await employ('editor');
    const fileOf = (value: number) =>
      head +
      [2018, 2019, 2020, 2021].map((year) => `people-trained,total,${year},${value}\n`).join('');
    await Promise.all([
      importFile(editor, fileOf(1), longMapping),
      importFile(other, fileOf(2), longMapping),
    ]);
    const values = await Promise.all(
      [2018, 2021].map((year) => contentOf(year, 'people-trained', '')),
    );
    expect(values[0]).toEqual(values[1]);
  });

  it.each<[string, Sent, string]>([
    [
      'names a column that is not there',
      { ...longMapping, year: { column: 'Jahr' } },
      'mapping_unfit',
    ],
    [
      'is long and has no values',
      { metric: longMapping.metric, member: longMapping.member, year: longMapping.year },
      'mapping_unfit',
    ],
    ['is wide and has one year', { ...longMapping, layout: 'wide-years' }, 'mapping_unfit'],
  ])('refuses a mapping that %s', async (_, mapping, code) => {
    const form = formOf(`${head}people-trained,total,2020,1\n`, { mapping });
    expect(await refusal(editor, '/imports', form)).toMatchObject({ status: 422, code });
  });

  it('refuses a mapping that is not JSON, or none', async () => {
    const form = formOf('a,b\n1,2');
    expect(await refusal(editor, '/imports', form)).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
    form.set('mapping', '{');
    expect(await refusal(editor, '/imports', form)).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
  });

  it('is for editors', async () => {
    const viewer = await employ('viewer');
    const form = formOf(`${head}people-trained,total,2020,1\n`, { mapping: longMapping });
    expect(await refusal(viewer, '/imports', form)).toMatchObject({ status: 403 });
  });
});
