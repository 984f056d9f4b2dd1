import { reset } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../schema/files/workbook.ts';
import type { AuditAnswer } from '../../schema/staff/audit.ts';
import type {
  OrganisationEntry,
  RecordContent,
  RecordEntryAnswer,
  RecordsListAnswer,
} from '../../schema/staff/register.ts';
import type { RecordImport } from '../../schema/staff/register-import.ts';
import { ask, database, prepareRecord } from './record.ts';
import { faultsOf, importRecords, previewRecords, recordForm } from './register-import-files.ts';
import { employ, type Colleague } from './staff.ts';

let editor: Colleague;

beforeEach(async () => {
  await reset();
  await prepareRecord('facts');
  editor = await employ('editor');
  await editor.read('GET', '/me');
});

const recordOf = async (key: string): Promise<RecordContent> =>
  (await editor.read<RecordEntryAnswer>('GET', `/records/${key}`)).entry.content!;
const bodyOf = async (key: string) =>
  (await editor.read<{ entry: OrganisationEntry }>('GET', `/organisations/${key}`)).entry.content!;
const pendingKeys = async () =>
  (await editor.read<RecordsListAnswer>('GET', '/records?pending=true&limit=100')).records.map(
    ({ key }) => key,
  );
const told = async () =>
  (await database.prepare('select count(*) as n from audit').first<{ n: number }>())!.n;

const template = async (format: 'csv' | 'xlsx', query: string) => {
  const answer = await editor.ask('GET', `/records/template.${format}?${query}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** One agreement of two rows as Excel on a Chinese system writes it (GB18030). */
const gb18030 = Uint8Array.from(
  atob(
    'wOCx8CzI1cbaLMziw/ujqNbQzsSjqSzM4sP7o6jTos7Eo6kst9bP7izAtNS0LL3HyasstaXOuyy1pc67wOCx8Cy5+rzSCsep1LwsMjAyNMTqONTCNsjVLLXNv9W+rbzDus/X99Ct0uksQWdyZWVtZW50IG9uIHRoZSBsb3ctYWx0aXR1ZGUgZWNvbm9teSzG5Mv7LGNvb3BlcmF0aW9uLW1lZXRpbmctMjAyNC0wOC0wNizHqdS8t70s1MbEz7XNv9W8vMr1uavLvizG89K1LNbQufoKLCwsLCws1vew7CzApcP3ytDIy8Px1f64riwsCg==',
  ),
  (sign) => sign.charCodeAt(0),
);

const source = 'cooperation-meeting-2024-08-06';
const head = '类别,日期,题名（中文）,题名（英文）,分项,来源,角色,单位,单位类别,国家\n';
/** Two agreements, three rows; one of the parties is on the register. */
const agreements =
  head +
  `签约,2024年8月6日,新材料合作协议,Agreement on new materials,生物医药,${source},签约方,昆明新材料技术公司,企业,中国\n` +
  ',,,,,,签约方,俄罗斯联邦技术转移协会(NATT),,俄罗斯\n' +
  `agreement,2024-08-06,低碳合作协议,Agreement on low carbon,other,${source},counterparty,Zephyr Labs,company,ZA\n`;

describe('POST /api/v1/staff/records/import', () => {
  it('writes nothing as a dry run, then what the preview said, and the same file nothing more', async () => {
    const before = await told();
    const shown = await previewRecords(editor, agreements);
    expect(shown.wrong).toEqual([]);
    expect(shown.counts).toEqual({
      ...{ added: 2, changed: 0, same: 0, waiting: 0, wrong: 0, faults: 0 },
      ...{ organisations: 2, sources: 0 },
    });
    expect(await told()).toBe(before);
    expect(await pendingKeys()).toEqual([]);

    const done = await importRecords(editor, agreements, {}, shown.basis);
    expect(done).toEqual({ ...shown, dryRun: false });
    expect(await recordOf('agreement-on-new-materials')).toMatchObject({
      ...{ kind: 'agreement', year: 2024, date: '2024-08-06' },
      ...{ breakdown: 'domain', member: 'biomedicine', counted: true, openEnded: false, source },
      parties: [
        { role: 'counterparty', organisation: 'company' },
        { role: 'counterparty', organisation: 'natt' },
      ],
    });
    expect(await bodyOf('zephyr-labs')).toMatchObject({
      ...{ names: { en: 'Zephyr Labs' }, kind: 'company', country: 'ZA', inferred: [] },
    });
    const { entries } = await editor.read<AuditAnswer>('GET', '/audit');
    expect(entries.slice(0, 4).map(({ action, why }) => [action, why])).toEqual(
      Array.from({ length: 4 }, () => ['register_saved', 'records.csv']),
    );

    const again = await importRecords(editor, agreements);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, same: 2, organisations: 0 });
    expect(await told()).toBe(before + 4);
  });

  it('reads GB18030 and workbooks as it reads UTF-8', async () => {
    const shown = await previewRecords(editor, gb18030);
    expect(shown.file).toMatchObject({ encoding: 'gb18030', rows: 2 });
    expect(shown.added[0]!.after.titles['zh']).toBe('低空经济合作协议');
    const grid = agreements
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const workbook = writeWorkbook([{ name: '台账', rows: grid, widths: [], head: 1 }]);
    const [csv, xlsx] = [
      await previewRecords(editor, agreements),
      await previewRecords(editor, workbook),
    ];
    expect(xlsx.added).toEqual(csv.added);
    expect(xlsx.basis).toBe(csv.basis);
  });

  it.each(['csv', 'xlsx'] as const)(
    'takes what was exported as %s back unchanged, and edited as edited',
    async (format) => {
      for (const lang of ['zh', 'en']) {
        const same = await previewRecords(
          editor,
          await template(format, `lang=${lang}&filled=true`),
        );
        expect(same.wrong, lang).toEqual([]);
        expect(same.unread, lang).toEqual([]);
        expect(same.counts, lang).toMatchObject({
          added: 0,
          changed: 0,
          wrong: 0,
          organisations: 0,
        });
        expect(same.counts.same).toBeGreaterThan(5);
      }
      const csv = text(await template('csv', 'lang=en&filled=true&year=2019'));
      const edited = csv.replace(',2019-09-03,', ',2019-09-04,').replace('Yao Weike', 'Yao W.');
      const { changed, counts } = await importRecords(editor, edited);
      expect(counts).toMatchObject({ changed: 1, added: 0 });
      expect(changed[0]).toMatchObject({
        key: 'meeting-2019-09-03',
        before: { date: '2019-09-03' },
        after: { date: '2019-09-04', parties: [{ person: { en: 'Yao W.' } }] },
      });
      expect(await pendingKeys()).toEqual(['meeting-2019-09-03']);
    },
  );

  it('takes the public file of records back unchanged', async () => {
    const file = await (await ask('/api/v1/records.csv')).text();
    const { counts, wrong } = await previewRecords(editor, file);
    expect(wrong).toEqual([]);
    expect(counts).toMatchObject({
      added: 0,
      changed: 0,
      waiting: 0,
      organisations: 0,
      sources: 0,
    });
  });

  it('gives a template with heads alone, in either language', async () => {
    expect(text(await template('csv', ''))).toMatch(/^\uFEFF?编号,类别,年份,日期,/);
    expect(text(await template('csv', 'lang=en'))).toMatch(/^\uFEFF?Id,Kind,Year,Date,/);
    const answer = await editor.ask('GET', '/records/template.csv?kind=nothing');
    expect(answer.status).toBe(400);
  });

  it('tells each fault with its row and column, and takes the good records', async () => {
    const columns =
      'id,kind,year,date,title_zh,title_en,member,stage,landed_year,value,currency,role,organisation,organisation_kind,country,person_en,source';
    const good = `,meeting,2024,,好会,A good meeting,论坛,,,,,host,natt,,,,${source}`;
    const file = [
      columns,
      good,
      `,meeting,2024,2023-05-06,甲,A,论坛,,,,,,,,,,${source}`,
      `,party,2024,,乙,B,,,,,,,,,,,${source}`,
      `,meeting,2024,6/8/2024,丙,C,,,,,,,,,,,${source}`,
      `,meeting,2024,,丁,D,,,,,,host,Nobody Ltd,company,Atlantis,,${source}`,
      `,meeting,2024,,戊,E,,,,,,guest,natt,,,,${source}`,
      `,meeting,2024,,己,F,,,,,,host,,,,,${source}`,
      `x-one,meeting,2024,,庚,G,,,,,,host,natt,,,,${source}`,
      `x-one,meeting,2024,,庚二,G,,,,,,host,ittn,,,,${source}`,
      `,project,2024,,辛,H,biomedicine,landed,,1.234,CNY,,,,,,${source}`,
      `,meeting,2024,,壬,I,,,,,,host,Unknown House,,RU,,${source}`,
      `,meeting,2024,,癸,J,,,,,,host,natt,,,,no-such-source`,
      `,meeting,2024,,,K,,,,,,,,,,,${source}`,
      `7,meeting,2024,,子,L,,,,,,,,,,,${source}`,
      `,meeting,2024,,丑,M,,,,,,host,natt,,,,${source}`,
      `,,,,,,,,,,,host,natt,,,,`,
      `,meeting,2024,,寅,N,不存在,,,,,,,,,,${source}`,
      `,meeting,2024,,卯,O,,,,5,,,,,,,${source}`,
      `,meeting,1999,,辰,P,,,,,,,,,,,${source}`,
      `,meeting,2024,,巳,Q,,,,,,,,,,,`,
      `,meeting,,2024,午,R,,,,,,,,,,,${source},more`,
      `,meeting,,2023,未,S,,,,,,,,,,,${source}`,
    ].join('\n');
    const done = await importRecords(editor, file);
    expect(faultsOf(done)).toEqual([
      [3, 'date', 'date_outside_year'],
      [4, 'kind', 'unreadable_kind'],
      [5, 'date', 'unreadable_date'],
      [6, 'country', 'unreadable_country'],
      [7, 'role', 'unreadable_role'],
      [8, 'organisation', 'party_without_anybody'],
      [10, 'title_zh', 'rows_differ'],
      [11, 'value', 'unreadable_amount'],
      [12, 'organisation_kind', 'organisation_kind_missing'],
      [13, 'source', 'unknown_source'],
      [14, 'title_zh', 'text_missing'],
      [15, 'id', 'unreadable_id'],
      [17, 'organisation', 'party_twice'],
      [18, 'member', 'unknown_member'],
      [19, 'currency', 'value_and_currency'],
      [20, 'year', 'outside_record'],
      [21, 'source', 'source_missing'],
      [22, null, 'surplus_cells'],
    ]);
    expect(done.wrong.every(({ detail }) => detail.length > 10)).toBe(true);
    expect(done.counts).toMatchObject({ added: 2, organisations: 0 });
    expect(await pendingKeys()).toEqual(['a-good-meeting', 'meeting-2023']);
  });

  it('asks whether an organisation is one on the register, and does as it is told', async () => {
    const file = `${head}签约,2024-08-06,甲协议,Agreement A,生物医药,${source},签约方,俄羅斯聯邦技術轉移協會（NATT）,社会团体,\n`;
    const asked = await previewRecords(editor, file);
    expect(asked.counts).toMatchObject({ added: 0, waiting: 1, wrong: 0 });
    expect(asked.questions).toMatchObject([
      { rows: [2], candidates: [{ id: 'natt' }], answer: null },
    ]);
    const [{ key }] = asked.questions as [RecordImport['questions'][number]];
    const same = await previewRecords(editor, file, { organisations: { [key]: 'natt' } });
    expect(same.added[0]!.after.parties[0]!.organisation).toBe('natt');
    // Only what was asked can be answered.
    const odd = await previewRecords(editor, file, { organisations: { [key]: 'ittn' } });
    expect(odd.counts.waiting).toBe(1);
    const other = await importRecords(editor, file, { organisations: { [key]: '' } });
    expect(other.counts).toMatchObject({ added: 1, organisations: 1 });
    expect(await recordOf('agreement-a')).toMatchObject({
      parties: [{ organisation: other.organisations[0]!.key }],
    });
    // The same name in another country may be another body.
    const abroad = `${head}签约,2024-08-06,乙协议,Agreement B,生物医药,${source},签约方,Ingria Business Incubator,intermediary,Brazil\n`;
    expect((await previewRecords(editor, abroad)).questions).toMatchObject([
      { country: 'BR', candidates: [{ id: 'ingria-business-incubator', country: 'RU' }] },
    ]);
  });

  it('knows a record without an id again, adds to it and takes nothing away', async () => {
    const file =
      'Kind,Year,Title,Role,Organisation\n' +
      'meeting,2019,meeting in KUNMING  September 2019,speaker,ittn\n';
    const { changed, counts } = await importRecords(editor, file);
    expect(counts).toMatchObject({ changed: 1, added: 0, wrong: 0 });
    expect(changed[0]!.key).toBe('meeting-2019-09-03');
    const { before, after } = changed[0]!;
    expect(after).toEqual({
      ...before,
      parties: [
        ...before.parties,
        { role: 'speaker', organisation: 'ittn', person: null, position: null },
      ],
    });
    // Under another id it is refused.
    const other = `${file.replace('Kind', 'Id,Kind').replace('meeting,2019', 'my-meeting,meeting,2019')}`;
    expect(faultsOf(await previewRecords(editor, other))).toEqual([[2, 'Id', 'record_there']]);
  });

  it('brings sources that rest on nothing else, once', async () => {
    const columns =
      'Kind,Year,Title (Chinese),Title (English),Source,Kind of source,Source title (Chinese),Source title (English),Source date,Source address\n';
    const one = 'press,科技日报,Science and Technology Daily,2024-05-07,https://example.org/1';
    const file = `${columns}meeting,2024,甲会,Meeting A,,${one}\nmeeting,2024,乙会,Meeting B,,${one}\nmeeting,2024,丙会,Meeting C,,,科技日报,Science and Technology Daily,,\nmeeting,2024,丁会,Meeting D,,press,只有中文,,,\n`;
    const done = await importRecords(editor, file);
    expect(done.counts).toMatchObject({ added: 3, sources: 1 });
    expect(faultsOf(done)).toEqual([[5, 'Source title (English)', 'source_title_missing']]);
    const { key } = done.sources[0]!;
    expect(key).toBe('science-and-technology-daily-2024');
    for (const id of ['meeting-a', 'meeting-b', 'meeting-c']) {
      expect((await recordOf(id)).source).toBe(key);
    }
    expect((await importRecords(editor, file)).counts).toMatchObject({ same: 3, sources: 0 });
  });

  it('tells what it leaves as it is on the register', async () => {
    const file = `${head}签约,2024-08-06,甲协议,Agreement A,生物医药,${source},签约方,natt,企业,俄罗斯\n`;
    const { unread, counts } = await previewRecords(editor, file);
    expect(counts.added).toBe(1);
    expect(unread).toEqual([{ row: 2, field: 'organisation_kind', value: '企业', of: 'natt' }]);
  });

  it('takes place in a record of the same file, but not in one that is wrong', async () => {
    const file =
      'Kind,Year,Title (Chinese),Title (English),Part of,Source\n' +
      `meeting,2024,大会,The fair,,${source}\n` +
      `meeting,2024,分会,A session,The fair,${source}\n` +
      `meeting,1999,坏会,Bad,,${source}\n` +
      `meeting,2024,坏分会,Bad session,Bad,${source}\n`;
    const done = await importRecords(editor, file);
    expect(faultsOf(done)).toEqual([
      [4, 'Year', 'outside_record'],
      [5, 'Part of', 'unknown_record'],
    ]);
    expect(await recordOf('a-session')).toMatchObject({ partOf: 'the-fair' });
  });

  it('refuses with a new preview when the register changed since', async () => {
    const shown = await previewRecords(editor, agreements);
    await importRecords(editor, agreements.split('\n').slice(0, 3).join('\n'));
    const form = recordForm(agreements, { basis: shown.basis });
    const answer = await editor.ask('POST', '/records/import', form);
    expect(answer.status).toBe(409);
    const problem = await answer.json<{ code: string; preview: RecordImport }>();
    expect(problem.code).toBe('preview_outdated');
    expect(problem.preview.counts).toMatchObject({ added: 1, same: 1 });
    await importRecords(editor, agreements, {}, problem.preview.basis);
  });

  it.each([
    ['of too many rows', `Kind,Title\n${'meeting,x\n'.repeat(5_001)}`, 'file_too_many_records'],
    ['without titles and ids', 'Betrag,Jahr\n1,2024\n', 'file_no_records'],
    ['that is none', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'file_damaged'],
  ])('refuses a file %s', async (_, content, code) => {
    const answer = await editor.ask('POST', '/records/import', recordForm(content));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code });
  });

  it('reads columns as a person says, and leaves hostile texts what they are', async () => {
    const evil = '"=HYPERLINK(""http://x.example"")"';
    const file = `Was,Wann,${'Titel'},Title\nmeeting,2024,${evil},"A <b>bold</b> \u202e title"\n`;
    const choices = {
      columns: { Was: 'kind', Wann: 'year', Titel: 'title_zh' },
    } as const;
    const shown = await previewRecords(editor, file, choices);
    expect(faultsOf(shown)).toEqual([[2, null, 'source_missing']]);
    expect(shown.file.columns.map(({ field }) => field)).toEqual([
      ...['kind', 'year', 'title_zh', 'title_en'],
    ]);
    const proto = await previewRecords(editor, file, {
      columns: { ...choices.columns },
      organisations: JSON.parse('{"__proto__": "natt"}') as Record<string, string>,
    });
    expect(proto.basis).toBe(shown.basis);
  });

  it('is for editors', async () => {
    const viewer = await employ('viewer');
    const answer = await viewer.ask('POST', '/records/import', recordForm(agreements));
    expect(answer.status).toBe(403);
  });
});
