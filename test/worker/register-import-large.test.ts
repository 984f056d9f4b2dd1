import { beforeAll, expect, it } from 'vitest';
import { MOST_RECORD_ROWS } from '../../schema/staff/register-import.ts';
import { database, prepareRecord } from './record.ts';
import { importRecords } from './register-import-files.ts';
import { employ, type Colleague } from './staff.ts';

let editor: Colleague;

beforeAll(async () => {
  await prepareRecord('facts');
  editor = await employ('editor');
});

const heads =
  '类别,日期,题名（中文）,题名（英文）,分项,来源,角色,单位,单位类别,国家,说明（中文）\n';
const note = '该协议在协作会议期间签署，双方就联合研发、技术经理人培养和成果落地达成一致。';

/** So many agreements of two parties each: a new organisation, and one of a thousand that come back. */
const fileOf = (records: number) =>
  heads +
  Array.from({ length: records }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (i % 360))).toISOString().slice(0, 10);
    const own = `签约,${day},合作协议第${i}号,Agreement number ${i},生物医药,cooperation-meeting-2024-08-06`;
    return `${own},签约方,甲方单位${i},企业,中国,${note}\n,,,,,,签约方,Partner ${i % 1000},research,Russia,\n`;
  }).join('');

it(`imports ${MOST_RECORD_ROWS} rows in one commit`, async () => {
  const records = MOST_RECORD_ROWS / 2;
  const bodies = records + 1000;
  const done = await importRecords(editor, fileOf(records));
  expect(done.wrong).toEqual([]);
  expect(done.counts).toMatchObject({ added: records, organisations: bodies, waiting: 0 });
  expect(done.added).toHaveLength(500);
  const stored = await database
    .prepare(
      `select (select count(*) from register_draft) as drafts,
        (select count(*) from register_draft_index) as found,
        (select count(*) from audit where action = 'register_saved') as told`,
    )
    .first();
  const all = records + bodies;
  expect(stored).toEqual({ drafts: all, found: all, told: all });
}, 120_000);
