import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditAnswer } from '../../schema/staff/audit.ts';
import type { Review } from '../../schema/staff/releases.ts';
import { importFile, longMapping } from './import-files.ts';
import { database, prepareRecord } from './record.ts';
import { because, cellOf, readReturn, save, say } from './returns.ts';
import { employ, type Colleague } from './staff.ts';

const metric = 'people-trained';
let editor: Colleague;
let reviewer: Colleague;

/** Published for three years in a row: a rise, then a fall. */
const published = { 2020: 10, 2021: 14, 2022: 12 };

beforeAll(async () => {
  await prepareRecord('facts');
  const { id } = (await database
    .prepare(`select id from source where last_release is null limit 1`)
    .first<{ id: string }>())!;
  await database.batch(
    Object.entries(published).map(([year, value]) =>
      database
        .prepare(
          `insert into figure (metric, year, member, first_release, value, qualifier, status, sample, source, reason)
           values (?, ?, '', 1, ?, 'exact', 'A', 0, ?, 'first_publication')`,
        )
        .bind(metric, Number(year), value, id),
    ),
  );
  editor = await employ('editor', 'Li');
  reviewer = await employ('reviewer', 'Zhao');
  await reviewer.read('GET', '/me');
});

const review = (year: number) => reviewer.read<Review>('GET', `/returns/${year}/review`);
const submit = (year: number) => editor.read('POST', `/returns/${year}/submit`);

describe('GET /api/v1/staff/returns/{year}/review', () => {
  it('says old, new and the change, what has to be explained and how it was, and that a trend turns', async () => {
    await editor.read('POST', '/returns', { year: 2021 });
    await save(editor, 2021, { metric, content: say(4, because('Counted twice before')) });
    await submit(2021);
    const { changes, editors, submittedBy } = await review(2021);
    expect({ editors, submittedBy }).toEqual({ editors: ['Li'], submittedBy: 'Li' });
    expect(changes).toMatchObject([
      {
        ...{ metric, member: '', before: { value: 14 }, previous: { value: 10 } },
        after: { value: 4, note: { en: 'Counted twice before' } },
        ...{ change: -10, changePercent: expect.closeTo(-71.43, 1) as number },
        ...{ warnings: ['less_than_half'], turns: true, comments: [] },
      },
    ]);
  });

  it('says nothing of a trend that goes on', async () => {
    await reviewer.read('POST', '/returns/2021/send-back', { message: 'Again', comments: [] });
    await save(editor, 2021, { metric, version: 1, content: say(13, because('One twice')) });
    expect((await review(2021)).changes).toMatchObject([
      { change: -1, warnings: [], turns: false },
    ]);
  });
});

describe('POST /api/v1/staff/returns/{year}/send-back', () => {
  it('puts what the reviewer says of a figure at the cell of the editor, who may change it again', async () => {
    await submit(2021);
    const comments = [{ metric, member: '', text: 'By which list?' }];
    await reviewer.read('POST', '/returns/2021/send-back', { message: 'One question', comments });
    const sheet = await readReturn(editor, 2021);
    expect(sheet).toMatchObject({ state: 'sent_back', message: 'One question' });
    const { draft, comments: said } = cellOf(sheet, metric);
    expect(said).toMatchObject([{ text: 'By which list?', by: 'Zhao' }]);
    const content = say(13, because('By the list of March'));
    await save(editor, 2021, { metric, version: draft!.version, content });
  });
});

describe('a reviewer', () => {
  const publish = (year: number) =>
    reviewer.read(
      'POST',
      '/releases',
      {
        years: [{ year, complete: false }],
        reason: 'correction',
        notes: { en: 'Corrections' },
        publishAt: null,
      },
      409,
    );
  const own = { code: 'not_allowed', obstacles: ['own_figures'] };

  it('cannot publish a figure that a file of theirs brought', async () => {
    const file = `metric,member,year,value\n${metric},total,2020,11\n`;
    await importFile(reviewer, file, longMapping);
    await submit(2020);
    expect(await publish(2020)).toMatchObject(own);
  });

  it('cannot publish a figure that they restored', async () => {
    await editor.read('POST', '/returns', { year: 2022 });
    await save(editor, 2022, { metric, content: say(9) });
    await save(editor, 2022, { metric, version: 1, content: say(13) });
    const { entries } = await reviewer.read<AuditAnswer>('GET', '/audit?year=2022');
    await reviewer.read('POST', `/audit/${entries[0]!.n}/restore`, {});
    await submit(2022);
    expect(await publish(2022)).toMatchObject(own);
  });
});
