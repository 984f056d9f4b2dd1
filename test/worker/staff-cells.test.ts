import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { conflict, refused, type Sheet } from '../../schema/staff/returns.ts';
import { audit } from '../../schema/staff/tables.ts';
import type { CellContent, Refusal } from '../../schema/staff/words.ts';
import { findBreak } from '../../worker/figures/audit-hash.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import { database, prepareRecord } from './record.ts';
import { because, cellOf, readReturn, save, saveInVain, say, type Saved } from './returns.ts';
import { employ, type Colleague } from './staff.ts';

const db = openStaffDb(database);
const trail = () => db.select().from(audit).orderBy(asc(audit.n));
const trailOf = async (metric: string) =>
  (await db.select().from(audit).where(eq(audit.metric, metric)).orderBy(asc(audit.n))).map(
    ({ action, year, member, person, before, after }) => ({
      action,
      year,
      member,
      person,
      before: before && (JSON.parse(before) as unknown),
      after: after && (JSON.parse(after) as unknown),
    }),
  );

let wang: Colleague;
let li: Colleague;

beforeAll(async () => {
  await prepareRecord('samples');
  wang = await employ('editor', 'Wang');
  li = await employ('editor', 'Li');
  await wang.read('POST', '/returns', { year: 2025 });
});

describe('PUT /api/v1/staff/returns/{year}/cells', () => {
  it('keeps what was saved, counts its versions and tells the trail what was there before', async () => {
    const metric = 'people-trained';
    const sheet = await readReturn(wang, 2025);
    const { published } = cellOf(sheet, metric);
    expect(published?.sample).toBe(true);

    expect(await save(wang, 2025, { metric, content: say(120) })).toEqual([
      {
        metric,
        member: '',
        version: 1,
        content: say(120),
        fromRegister: null,
        editedBy: 'Wang',
        editedAt: expect.any(String) as string,
      },
    ]);
    await save(li, 2025, { metric, version: 1, content: say(130, because('A late course')) });
    const { draft } = cellOf(await readReturn(wang, 2025), metric);
    expect(draft).toMatchObject({ version: 2, editedBy: 'Li', content: { value: 130 } });

    const cell = { action: 'cell_saved', year: 2025, member: '' };
    expect(await trailOf(metric)).toEqual([
      { ...cell, person: wang.id, before: published, after: say(120) },
      {
        ...cell,
        person: li.id,
        before: say(120),
        after: say(130, because('A late course')),
      },
    ]);
  });

  it('tells the second of two colleagues both values and writes nothing of theirs', async () => {
    const metric = 'talent-programmes';
    await save(wang, 2025, { metric, member: 'courses', content: say(4) });
    const before = await trail();
    const problem = await saveInVain(
      li,
      409,
      2025,
      { metric, member: 'courses', content: say(5) },
      { metric, member: 'exchange-visits', content: say(2) },
    );
    expect(problem.code).toBe('edit_conflict');
    expect(conflict.parse(problem).conflicts).toEqual([
      expect.objectContaining({
        metric,
        member: 'courses',
        version: 1,
        content: say(4),
        editedBy: 'Wang',
      }),
    ]);
    expect(await trail()).toEqual(before);
    const sheet = await readReturn(li, 2025);
    expect(cellOf(sheet, metric, 'courses').draft?.content).toEqual(say(4));
    expect(cellOf(sheet, metric, 'exchange-visits').draft).toBeNull();

    await save(li, 2025, { metric, member: 'courses', version: 1, content: say(5) });
  });

  it('takes the same save twice, as after an answer that was lost, for one', async () => {
    const metric = 'technologies-showcased';
    const asked = { metric, content: say(80, { note: { zh: '两场对接会', en: 'Two events' } }) };
    const [saved] = await save(wang, 2025, asked);
    const before = await trail();
    expect(await save(wang, 2025, asked)).toEqual([saved]);
    expect(
      await save(li, 2025, {
        metric,
        version: 1,
        content: say(80, { note: { en: 'Two events', zh: '两场对接会' } }),
      }),
    ).toEqual([saved]);
    expect(await trail()).toEqual(before);
  });

  it.each<[Refusal, Saved[]]>([
    ['negative', [{ metric: 'projects-signed', content: say(-1) }]],
    ['too_many_decimals', [{ metric: 'projects-signed', content: say(1.5) }]],
    ['too_large', [{ metric: 'projects-signed', content: say(1e16) }]],
    ['value_with_missing', [{ metric: 'projects-signed', content: say(1, { status: 'O' }) }]],
    ['no_value', [{ metric: 'projects-signed', content: say(null, { status: 'A' }) }]],
    ['unknown_source', [{ metric: 'projects-signed', content: say(1, { source: 'hearsay' }) }]],
    ['unknown_source', [{ metric: 'projects-signed', content: say(1, { source: 'sample' }) }]],
    ['unknown_metric', [{ metric: 'handshakes', content: say(1) }]],
    ['unknown_member', [{ metric: 'projects-signed', member: 'energy', content: say(1) }]],
    [
      'nothing_to_withdraw',
      [{ metric: 'agreements-signed', content: { withdrawn: true, note: null } }],
    ],
    [
      'total_below_parts',
      [
        { metric: 'projects-landed', content: say(4) },
        { metric: 'projects-landed', member: 'biomedicine', content: say(3) },
        { metric: 'projects-landed', member: 'new-materials', content: say(2) },
      ],
    ],
  ])('refuses what cannot be true, with nothing written: %s', async (refusal, cells) => {
    const before = await trail();
    const good = { metric: 'meetings-held', member: 'forum', content: say(1) };
    const problem = await saveInVain(wang, 422, 2025, good, ...cells);
    expect(problem.code).toBe('refused');
    expect(refused.parse(problem).cells).toEqual(
      cells.map(({ metric, member = '' }) => ({
        year: 2025,
        metric,
        member,
        refusal,
        detail: expect.stringMatching(/\.$/) as string,
      })),
    );
    expect(await trail()).toEqual(before);
  });

  it('names a total below its parts on the cells that would make it so', async () => {
    const metric = 'projects-landed';
    await save(
      wang,
      2025,
      { metric, content: say(4) },
      { metric, member: 'biomedicine', content: say(3) },
    );
    const problem = await saveInVain<{ cells: { member: string }[] }>(wang, 422, 2025, {
      metric,
      member: 'new-materials',
      content: say(2),
    });
    expect(problem.cells.map(({ member }) => member)).toEqual(['new-materials']);
    await save(wang, 2025, { metric, member: 'new-materials', content: say(1) });
  });

  it('takes no year before the centre, nor one to come, nor one that was not started', async () => {
    for (const year of [2017, 2199]) {
      const { cells } = await saveInVain<{ cells: { refusal: Refusal }[] }>(wang, 422, year, {
        metric: 'projects-signed',
        content: say(1),
      });
      expect(cells).toEqual([expect.objectContaining({ refusal: 'outside_centre_life' })]);
    }
    const cell = { metric: 'projects-signed', content: say(1) };
    expect(await saveInVain(wang, 404, 2020, cell)).toMatchObject({ code: 'not_started' });
  });

  it('says which part of a cell is not as expected, and what was', async () => {
    const content = { ...say(1), value: 'ten', colour: 'red' } as unknown as CellContent;
    const cell = { metric: 'projects-signed', content };
    expect(await saveInVain(wang, 400, 2025, cell)).toMatchObject({
      code: 'invalid_request',
      fields: [
        { field: 'cells.0.content.value', message: 'Expected a number, or null' },
        { field: 'cells.0.content.colour' },
      ],
    });
  });

  it('takes a cell once', async () => {
    const cell = { metric: 'projects-signed', content: say(1) };
    expect(await saveInVain(wang, 400, 2025, cell, cell)).toMatchObject({
      fields: [{ field: 'cells.1' }],
    });
  });

  it('says nothing of its own where it says what is published', async () => {
    await wang.read('POST', '/returns', { year: 2024 });
    const metric = 'agreements-signed';
    const { published } = cellOf(await readReturn(wang, 2024), metric, 'biomedicine');
    const { sample: _, ...asPublished } = published!;
    const changed = { ...asPublished, value: 7 };
    const cell = { metric, member: 'biomedicine' };
    await save(wang, 2024, { ...cell, content: changed });
    const [back] = await save(wang, 2024, { ...cell, version: 1, content: asPublished });
    expect(back).toMatchObject({ version: 2, content: null });
    expect((await trailOf(metric)).filter(({ year }) => year === 2024)).toEqual([
      expect.objectContaining({ before: published, after: changed }),
      expect.objectContaining({ before: changed, after: published }),
    ]);
  });

  it('loses none of twenty saves at once, and breaks no link of the trail', async () => {
    const sheet: Sheet = await readReturn(wang, 2025);
    const free = sheet.metrics
      .filter(({ id }) => id !== 'projects-landed')
      .flatMap(({ id, cells }) => cells.map(({ member, draft }) => ({ id, member, draft })))
      .filter(({ member, draft }) => draft === null && member !== '')
      .slice(0, 4);
    const years = [2018, 2019, 2020, 2021, 2022];
    await Promise.all(years.map((year) => wang.read('POST', '/returns', { year })));
    const saves = years.flatMap((year) => free.map(({ id, member }) => ({ year, id, member })));
    expect(saves).toHaveLength(20);
    const saved = await Promise.all(
      saves.map(({ year, id, member }, i) =>
        save(i % 2 ? wang : li, year, { metric: id, member, content: say(i) }),
      ),
    );
    expect(saved.map(([cell]) => cell)).toEqual(
      saves.map((_, i) => expect.objectContaining({ version: 1, content: say(i) }) as unknown),
    );
    for (const year of years) {
      const now = await readReturn(li, year);
      for (const [i, { id, member }] of saves.entries()) {
        if (saves[i]!.year !== year) continue;
        expect(cellOf(now, id, member).draft?.content).toEqual(say(i));
      }
    }
    expect(findBreak(await trail())).toBeNull();
  });

  it('lets one of twenty who save one cell at once win, and tells all others', async () => {
    const cell = { metric: 'projects-signed', member: '' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        li.ask('PUT', '/returns/2025/cells', { cells: [{ ...cell, version: 0, content: say(i) }] }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      200,
      ...Array.from({ length: 19 }, () => 409),
    ]);
    const winner = answers.findIndex(({ status }) => status === 200);
    const [loser] = answers.filter(({ status }) => status === 409);
    expect(await loser!.json()).toMatchObject({
      code: 'edit_conflict',
      conflicts: [{ ...cell, version: 1, content: say(winner) }],
    });
    const { draft } = cellOf(await readReturn(li, 2025), cell.metric);
    expect(draft).toMatchObject({ version: 1, content: say(winner) });
    expect(await trailOf(cell.metric)).toHaveLength(1);
    expect(findBreak(await trail())).toBeNull();
  });
});
