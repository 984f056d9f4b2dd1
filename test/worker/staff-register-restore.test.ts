import { reset } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordsAnswer } from '../../schema/register/answers.ts';
import type { AuditAnswer, AuditEntry, RestoredAnswer } from '../../schema/staff/audit.ts';
import type {
  MergedAnswer,
  OrganisationContent,
  OrganisationEntry,
  OrganisationsListAnswer,
  RecordContent,
  RecordEntry,
  RecordsListAnswer,
} from '../../schema/staff/register.ts';
import { prepareRecord, read } from './record.ts';
import { employ, type Colleague } from './staff.ts';

let editor: Colleague;
let other: Colleague;
let publisher: Colleague;

beforeEach(async () => {
  await reset();
  await prepareRecord('facts');
  editor = await employ('editor', 'Li Hua');
  other = await employ('editor', 'Wang Fang');
  publisher = await employ('reviewer');
});

const acme: OrganisationContent = {
  kind: 'company',
  names: { zh: '昆明新材料公司', en: 'Kunming New Materials Co.' },
  country: 'CN',
  website: null,
  inferred: [],
};

type Restored = Extract<RestoredAnswer, { of: 'register' }>;
const restore = <T = Restored>(n: number, why = 'Entered by mistake', status = 200) =>
  other.read<T>('POST', `/audit/${n}/restore`, { why }, status);
const merge = (key: string, into: string, query = '') =>
  editor.read<MergedAnswer>('POST', `/organisations/${key}/merge${query}`, { into });
const save = (path: string, content: object | null, version: number) =>
  editor.read<{ entry: OrganisationEntry | RecordEntry }>('PUT', path, { version, content });
const trail = async (query = '') =>
  (await editor.read<AuditAnswer>('GET', `/audit${query}`)).entries;
const newest = async (): Promise<AuditEntry> => (await trail('?limit=1'))[0]!;
const bodyOf = async (key: string) =>
  (await editor.read<{ entry: OrganisationEntry }>('GET', `/organisations/${key}`)).entry;
const entryOf = async (key: string) =>
  (await editor.read<{ entry: RecordEntry }>('GET', `/records/${key}`)).entry;
const naming = async (key: string) => {
  const { records } = await editor.read<RecordsListAnswer>('GET', `/records?organisation=${key}`);
  return records.map((one) => one.key).toSorted();
};
const waiting = async () => {
  const { organisations } = await editor.read<OrganisationsListAnswer>(
    'GET',
    '/organisations?pending=true',
  );
  const { records } = await editor.read<RecordsListAnswer>('GET', '/records?pending=true');
  return [...organisations.map(({ id }) => id), ...records.map(({ key }) => key)].toSorted();
};
const publish = () => {
  const notes = { zh: '登记', en: 'Register' };
  const json = { years: [], reason: 'late_data', notes, publishAt: null };
  return publisher.read<{ n: number }>('POST', '/releases', json);
};

describe('an entry of the register is restored', () => {
  it('to the draft that was there, to what is public, and to nothing, each told with its reason', async () => {
    const { content, published } = await bodyOf('ittn');
    await save('/organisations/ittn', { ...content, country: 'SG' }, 0);
    const first = await newest();
    await save('/organisations/ittn', { ...content, country: 'RU' }, 1);
    const second = await newest();
    expect([first.restorable, second.restorable]).toEqual([true, true]);

    const back = await restore(second.n);
    expect(back).toMatchObject({ changed: true, left: [] });
    expect(back.entries).toEqual([{ kind: 'organisation', key: 'ittn' }]);
    expect((await bodyOf('ittn')).content?.country).toBe('SG');
    expect(await newest()).toMatchObject({
      ...{ name: 'Wang Fang', action: 'register_saved', subject: 'organisation ittn' },
      ...{ before: { country: 'RU' }, after: { country: 'SG' } },
      why: `#${second.n} Entered by mistake`,
    });
    // The same once more writes nothing.
    const { n } = await newest();
    expect(await restore(second.n)).toMatchObject({ changed: false, entries: [] });
    expect((await newest()).n).toBe(n);

    await restore(first.n);
    expect(await bodyOf('ittn')).toMatchObject({ pending: false, content: published });
    expect(await newest()).toMatchObject({ action: 'register_discarded' });
    // A discarded draft comes back in the same way.
    await restore((await newest()).n);
    expect(await bodyOf('ittn')).toMatchObject({ pending: true, content: { country: 'SG' } });

    await save('/organisations/acme', acme, 0);
    const made = await newest();
    await restore(made.n);
    await editor.read('GET', '/organisations/acme', undefined, 404);
    expect(await restore(made.n)).toMatchObject({ changed: false });
  });

  it('also where a release has published it: what came is withdrawn, what went comes back', async () => {
    await save('/organisations/acme', acme, 0);
    const made = await newest();
    const roadshow = (await entryOf('roadshow-2024')).content!;
    await save('/records/roadshow-2024', null, 0);
    const gone = await newest();
    await publish();
    await restore(made.n);
    await restore(gone.n);
    expect(await bodyOf('acme')).toMatchObject({ published: acme, content: null });
    expect(await entryOf('roadshow-2024')).toMatchObject({ published: null, content: roadshow });
    // What came back is changed like any other draft.
    const { version } = await entryOf('roadshow-2024');
    await save('/records/roadshow-2024', { ...roadshow, date: null }, version);
    await restore((await newest()).n);
    const { n } = await publish();
    const idsAt = async (release: number) =>
      (await read<RecordsAnswer>(`/api/v1/records?year=2024&release=${release}`)).records.map(
        ({ id }) => id,
      );
    expect(await idsAt(n)).toContain('roadshow-2024');
    expect(await idsAt(n - 1)).not.toContain('roadshow-2024');
    expect(await idsAt(n - 2)).toContain('roadshow-2024');
    await read('/api/v1/organisations/acme', 404);
  });

  it('not without a reason, not by a viewer, and not to what cannot be true any more', async () => {
    const roadshow = (await entryOf('roadshow-2024')).content!;
    await save('/organisations/acme', acme, 0);
    const host = { role: 'host' as const, organisation: 'acme', person: null, position: null };
    await save('/records/roadshow-2024', { ...roadshow, parties: [host] }, 0);
    await save('/records/roadshow-2024', roadshow, 1);
    const { n } = await newest();
    await restore(n, ' ', 422);
    const viewer = await employ('viewer');
    await viewer.read('POST', `/audit/${n}/restore`, { why: 'Mine' }, 403);
    await editor.read('DELETE', '/organisations/acme');
    expect(await restore(n, 'Look again', 422)).toMatchObject({
      refusals: [{ field: 'parties.0.organisation', refusal: 'unknown_organisation' }],
    });
    expect(await waiting()).toEqual([]);
  });

  it('and is found in the trail by what it is of, with the names it takes', async () => {
    await save('/organisations/acme', acme, 0);
    const { content } = await bodyOf('ittn');
    await save('/organisations/ittn', { ...content, country: 'SG' }, 0);
    const about = await editor.read<AuditAnswer>('GET', '/audit?subject=organisation%20ittn');
    expect(about.entries.map(({ subject }) => subject)).toEqual(['organisation ittn']);
    await merge('ittn', 'acme');
    const { organisations, breakdowns } = await editor.read<AuditAnswer>('GET', '/audit');
    expect(organisations.find(({ id }) => id === 'acme')).toEqual({
      id: 'acme',
      names: acme.names,
    });
    expect(organisations.map(({ id }) => id)).toContain('ittn');
    const domain = breakdowns.find(({ id }) => id === 'domain')!;
    expect(domain.members.map(({ id }) => id)).toContain('biomedicine');
  });
});

describe('a merge', () => {
  it('is tried without writing anything', async () => {
    await save('/organisations/acme', acme, 0);
    const { n } = await newest();
    const records = await naming('ittn');
    const tried = await merge('ittn', 'acme', '?dry_run=true');
    expect(tried).toMatchObject({
      ...{ goes: { id: 'ittn' }, stays: { id: 'acme', names: acme.names } },
      ...{ withdrawn: true, joined: [], n: null },
    });
    expect(tried.records.toSorted()).toEqual(records);
    expect((await newest()).n).toBe(n);
    expect(await naming('ittn')).toEqual(records);
    await editor.read('POST', '/organisations/ittn/merge?dry_run=yes', { into: 'acme' }, 400);
    await editor.read('POST', '/organisations/ittn/merge?dry_run=true', { into: 'none' }, 404);
  });

  it('is taken back as a whole by its entry of the trail', async () => {
    await save('/organisations/acme', acme, 0);
    const ittn = await bodyOf('ittn');
    const records = await naming('ittn');
    expect(records.length).toBeGreaterThan(1);
    const before = new Map(
      await Promise.all(records.map(async (key) => [key, (await entryOf(key)).content] as const)),
    );
    const { n } = await merge('ittn', 'acme');
    expect(await newest()).toMatchObject({ n, action: 'organisations_merged' });
    const back = await restore(n!);
    expect(back.entries).toHaveLength(records.length + 1);
    expect(back.left).toEqual([]);
    expect(await naming('ittn')).toEqual(records);
    expect(await bodyOf('ittn')).toMatchObject({ pending: false, content: ittn.content });
    for (const key of records) expect((await entryOf(key)).content).toEqual(before.get(key));
    expect(await waiting()).toEqual(['acme']);
    const told = await trail(`?limit=${records.length + 1}`);
    expect(new Set(told.map(({ why }) => why))).toEqual(new Set([`#${n} Entered by mistake`]));
    expect(await restore(n!)).toMatchObject({ changed: false, left: [] });
  });

  it('is taken back after its release, but for what was changed since', async () => {
    await save('/organisations/acme', acme, 0);
    const records = await naming('ittn');
    const { n } = await merge('ittn', 'acme');
    await publish();
    await editor.read('GET', '/organisations/ittn', undefined, 404);
    const [changed = ''] = records;
    const { content, version } = await entryOf(changed);
    const now: RecordContent = { ...content!, places: { zh: '滇池', en: 'Dianchi' } };
    await save(`/records/${changed}`, now, version);
    const back = await restore(n!, 'They are two bodies');
    expect(back.left).toEqual([{ key: changed, titles: now.titles }]);
    expect((await entryOf(changed)).content).toEqual(now);
    expect(await naming('ittn')).toEqual(records.slice(1));
    const { n: next } = await publish();
    const found = await read<RecordsAnswer>(`/api/v1/records?organisation=ittn&release=${next}`);
    expect(found.records.map(({ id }) => id).toSorted()).toEqual(records.slice(1));
    expect((await bodyOf('ittn')).published?.names).toBeDefined();
  });

  it('of one that was never public gives it back as a draft, and who was named twice', async () => {
    await save('/organisations/acme', acme, 0);
    await save('/organisations/acme-too', { ...acme, country: null }, 0);
    const roadshow = (await entryOf('roadshow-2024')).content!;
    const host = { role: 'host' as const, person: null, position: null };
    const parties = [
      { ...host, organisation: 'acme' },
      { ...host, organisation: 'acme-too' },
    ];
    await save('/records/roadshow-2024', { ...roadshow, parties }, 0);
    const { n, joined, withdrawn } = await merge('acme-too', 'acme');
    expect([joined, withdrawn]).toEqual([['roadshow-2024'], false]);
    await editor.read('GET', '/organisations/acme-too', undefined, 404);
    await restore(n!);
    expect(await bodyOf('acme-too')).toMatchObject({ pending: true, content: { country: null } });
    expect((await entryOf('roadshow-2024')).content!.parties).toEqual(parties);
  });
});
