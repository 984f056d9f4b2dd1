import { beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../schema/staff/catalogue.ts';
import type { Localised } from '../../schema/vocabulary.ts';
import { formOf, longMapping } from './import-files.ts';
import { ask, prepareRecord, read } from './record.ts';
import { say } from './returns.ts';
import { employ, type Colleague } from './staff.ts';

const year = 2024;
/** Each would do something if it were not taken as text; what stands beside it is what is kept. */
const hostile = [
  ['<script>alert(1)</script>'],
  ['"><img src=x onerror=alert(1)>'],
  [']]></content><script/>'],
  ['=cmd|"/c calc"!A1'],
  ['\u202eright to left'],
  ['a\u0000b\u001b[31m', 'ab[31m'],
  ['a\ud800b', 'a\ufffdb'],
].map(([sent, kept = sent]) => ({ sent: sent!, kept: kept! }));
const sent = hostile.map((one) => one.sent).join(' ');
const kept = hostile.map((one) => one.kept).join(' ');
const [texts, as] = [
  { zh: sent, en: sent },
  { zh: kept, en: kept },
];

let editor: Colleague;
let admin: Colleague;
let reviewer: Colleague;

beforeAll(async () => {
  await prepareRecord('facts');
  [editor, admin, reviewer] = (await Promise.all(
    (['editor', 'admin', 'reviewer'] as const).map((role) => employ(role)),
  )) as [Colleague, Colleague, Colleague];
  await admin.read('GET', '/catalogue');
});

/** Proposes a row of the catalogue that differs from the present one in these texts. */
async function propose(kind: string, key: string, change: object, status = 200): Promise<unknown> {
  const { entries } = await admin.read<{ entries: CatalogueEntry[] }>('GET', '/catalogue');
  const entry = entries.find((one) => one.kind === kind && one.key === key);
  const content = { ...entry?.content, ...change };
  const path =
    kind === 'source' ? `/sources/${key}` : `/catalogue/${kind}/${encodeURIComponent(key)}`;
  return admin.read('PUT', path, { version: entry?.version ?? 0, content }, status);
}

const cellsOf = (note: object) => ({
  cells: ['people-trained', 'projects-signed'].map((metric) => ({
    ...{ metric, member: '', version: 0 },
    content: say(25, { note: note as Localised }),
  })),
});

describe('texts that would do something', () => {
  it('are words in all that is public of them', async () => {
    await propose('metric', 'people-trained', { names: texts, definitions: texts });
    await propose('member', 'domain~other', { names: texts });
    await propose('source', 'hostile', {
      ...{ kind: 'official', titles: texts, publisher: texts, publishedOn: null },
      url: 'https://example.org/?"><script>',
    });
    await editor.read('POST', '/returns', { year });
    await editor.read('PUT', `/returns/${year}/cells`, cellsOf(texts));
    await editor.read('POST', `/returns/${year}/submit`);
    const back = {
      message: sent,
      comments: [{ metric: 'people-trained', member: '', text: sent }],
    };
    await reviewer.read('POST', `/returns/${year}/send-back`, back);
    expect(await editor.read('GET', `/returns/${year}`)).toMatchObject({ message: kept });
    await editor.read('POST', `/returns/${year}/submit`);
    const years = [{ year, complete: true }];
    const release = { years, reason: 'late_data', notes: texts, publishAt: null };
    const { n } = await reviewer.read<{ n: number }>('POST', '/releases', release);

    expect(await read(`/api/v1/releases/${n}`)).toMatchObject({ release: { notes: as } });
    const metric = { names: as, definitions: as };
    expect(await read('/api/v1/metrics/people-trained')).toMatchObject({ metric });
    const figures = await ask(`/api/v1/metrics/people-trained/figures?from=${year}`);
    expect(figures.headers.get('content-type')).toMatch(/^application\/json/);
    expect(JSON.stringify(await figures.json())).toContain(JSON.stringify(as));
    const csv = await ask('/api/v1/metrics/people-trained/figures.csv');
    const lines = await csv.text();
    expect(lines).toContain('<script>alert(1)</script>');
    expect(lines).not.toMatch(/(^|,)"?[=+@]/m);
    expect(lines).not.toMatch(/[\u0000\u001b\p{Surrogate}]/u);
  });

  it('are refused where they are too long, in too many languages, or in none', async () => {
    const endless = { en: 'x'.repeat(10_000) };
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x${i}`, 'x']));
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const languages = Object.fromEntries(letters.map((letter) => [`x${letter}`, 'x']));
    for (const note of [endless, many, languages, { constructor: 'x' }]) {
      await editor.read('PUT', `/returns/${year}/cells`, cellsOf(note), 400);
      await propose('group', 'meetings', { names: note }, 400);
    }
    const units = (language: string) => ({
      units: { zh: { other: '人' }, en: { other: 'people' }, [language]: { other: 'x' } },
    });
    await propose('metric', 'people-trained', units('constructor'), 400);
    await propose('metric', 'people-trained', { units: { zh: { other: '人'.repeat(61) } } }, 400);
  });

  it('are no names of properties where a file has them', async () => {
    const rows = ['__proto__', 'constructor', 'toString'].map(
      (one) => `${one},${one},2020,1,${one}`,
    );
    const file = `metric,member,year,value,__proto__\n${rows.join('\n')}\n`;
    const mapping = {
      ...longMapping,
      metric: { column: 'metric', values: JSON.parse('{"__proto__":"people-trained"}') as object },
      member: { column: 'member', values: { constructor: '' } },
      qualifier: { column: '__proto__' },
    };
    const form = formOf(file, { mapping: mapping as never });
    const answer = await editor.read<{ wrong: unknown[]; added: unknown[] }>(
      'POST',
      '/imports?dry_run=true',
      form,
    );
    expect(answer).toMatchObject({ added: [], counts: { wrong: expect.any(Number) as number } });
    const plain = `metric,member,year,value,qualifier\npeople-trained,total,2020,1,constructor\n`;
    const asked = { ...longMapping, qualifier: { column: 'qualifier' } };
    expect(
      await editor.read('POST', '/imports?dry_run=true', formOf(plain, { mapping: asked })),
    ).toMatchObject({ added: [], wrong: [{ column: 'qualifier', code: 'unreadable_qualifier' }] });
  });
});
