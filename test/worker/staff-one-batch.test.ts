import { reset } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PublishBody } from '../../schema/staff/releases.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import { publishRelease } from '../../worker/queries/staff/publish.ts';
import { database, prepareRecord } from './record.ts';
import { because, save, say } from './returns.ts';
import { employ, type Colleague } from './staff.ts';
import { watchWrites } from './writes.ts';

const year = 2024;
const asked: PublishBody = {
  years: [{ year, complete: false }],
  reason: 'correction',
  notes: { zh: '更正', en: 'Corrections' },
  publishAt: null,
};

let reviewer: Colleague;

/** A return in review that opens, replaces and withdraws figures and ends a target, and a catalogue that changes with it. */
beforeEach(async () => {
  await reset();
  await prepareRecord('samples');
  reviewer = await employ('reviewer');
  const [editor, admin] = [await employ('editor'), await employ('admin')];
  const names = { zh: '会议活动', en: 'Gatherings' };
  const content = { position: 0, names };
  await admin.read('PUT', '/catalogue/group/meetings', { version: 0, content });
  await editor.read('POST', '/returns', { year });
  const note = because('As the register has it');
  await save(
    editor,
    year,
    { metric: 'people-trained', content: say(120, note) },
    { metric: 'projects-signed', content: say(25, note) },
    { metric: 'agreements-signed', member: 'technology-transfer', content: say(4, note) },
    { metric: 'meeting-participants', content: { withdrawn: true, ...note } },
  );
  await editor.read('POST', `/returns/${year}/submit`);
});

/** Every row of every table. */
async function dump(): Promise<Record<string, unknown[]>> {
  const { results } = await database
    .prepare(
      `select name from sqlite_master where type = 'table' and name not glob '_cf_*' and name not glob 'sqlite_*'`,
    )
    .all<{ name: string }>();
  const tables = results.map(async ({ name }) => {
    const rows = await database.prepare(`select * from "${name}"`).raw();
    return [name, rows.map((row) => JSON.stringify(row)).toSorted()] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

const publish = (watched: D1Database) => {
  const { id, name } = reviewer;
  const actor = { id, name, email: `${id}@example.org`, role: 'reviewer' as const };
  return publishRelease(openStaffDb(watched), { ...actor, demo: false, token: null }, asked);
};

describe('publishRelease', () => {
  it('writes everything in one call', async () => {
    const { watched, writes } = watchWrites(database);
    expect(await publish(watched)).toMatchObject({ n: 6 });
    expect(writes).toHaveLength(1);
    const written = writes[0]!.map((sql) => /(?:into|update) "?(\w+)/i.exec(sql)![1]);
    expect(new Set(written)).toEqual(
      new Set([
        ...['audit', 'release', 'metric_group', 'figure', 'target', 'closed_year', 'source'],
        ...['year_return', 'catalogue_draft'],
      ]),
    );
  });

  it('leaves no trace where it ends before the call, or at any statement of it', async () => {
    const before = await dump();
    expect(before['audit']!.length).toBeGreaterThan(4);
    // SQLite finds out only as it runs the statement.
    const fails = database.prepare('select abs(-9223372036854775808)');
    let count = 0;
    for (let at = -1; at <= count; at += 1) {
      const { watched } = watchWrites(database, (_, statements) => {
        count = statements.length;
        if (at < 0) throw new Error('gone');
        return database.batch([...statements.slice(0, at), fails, ...statements.slice(at)]);
      });
      await expect(publish(watched), `statement ${at}`).rejects.toThrow();
      expect(await dump(), `statement ${at}`).toEqual(before);
    }
    expect(count).toBeGreaterThan(8);
    expect(await publish(database)).toMatchObject({ n: 6 });
  });

  it('is whole where it ends after the call, and is not published twice', async () => {
    const { watched } = watchWrites(database, async (send) => {
      await send();
      throw new Error('gone');
    });
    await expect(publish(watched)).rejects.toThrow('gone');
    const whole = await dump();
    expect(whole['release']).toHaveLength(6);
    await expect(publish(database)).rejects.toMatchObject({
      status: 409,
      extensions: { obstacles: ['not_submitted'] },
    });
    expect(await dump()).toEqual(whole);
  });
});
