import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../schema/answers.ts';
import { packageFiles, tableNames } from '../../schema/dataset/tables.ts';
import type { Register } from '../../schema/register/whole.ts';
import { jsonStatProblems } from '../unit/chart/jsonstat-rules.ts';
import profile from '../data/datapackage-2.0.json?raw';
import {
  bytesOf,
  fromCsv,
  fromJson,
  fromJsonStat,
  fromXlsx,
  rowsOfCsv,
  shownFormats,
  textOf,
} from './data-files.ts';
import { publishParticipants } from './publish.ts';
import { ask, database, prepareRecord, read } from './record.ts';
import { tableProblems, type Resource } from './table-schema.ts';

interface Descriptor {
  resources: Resource[];
  sources: { id: string; title: string; path?: string; publisher?: string }[];
  licenses?: unknown;
  title: string;
  titles: Record<string, string>;
  version: string;
  sample: boolean;
}

const api = '/api/v1';

beforeAll(async () => {
  await prepareRecord('samples');
  // The first request wakes the Worker, which takes longer than a test may.
  await ask(`${api}/figures`);
});

describe('GET /api/v1/figures in every form', () => {
  it.each(['', 'sample=exclude', 'release=3', 'as_of=2024-12-31', 'by=total', 'from=2023&to=2024'])(
    'says the same number by number and mark by mark: %s',
    async (query) => {
      const whole = await read<Dataset>(`${api}/figures?${query}`);
      const said = fromJson(whole);
      expect(said.length).toBeGreaterThan(10);
      expect(await read(`${api}/figures.json?${query}`)).toEqual(whole);
      expect(fromCsv(await textOf(`${api}/figures.csv?${query}`))).toEqual(said);
      expect(await fromXlsx(await bytesOf(`${api}/figures.xlsx?lang=en&${query}`))).toEqual(said);
      expect(fromJsonStat(await textOf(`${api}/figures.jsonstat?${query}`))).toEqual(said);
    },
  );

  it('has all marks there are in the seed, so that the comparison means something', async () => {
    const codes = new Set(
      fromJson(await read<Dataset>(`${api}/figures`)).map(({ status }) => status),
    );
    expect([...codes].sort()).toEqual(
      expect.arrayContaining(['A', 'E', 'O', 'at_least', 'missing:no_figure', 'sample']),
    );
    const facts = fromJson(await read<Dataset>(`${api}/figures?sample=exclude`));
    expect(facts.some(({ status }) => status.includes('sample'))).toBe(false);
  });

  it('gives of a metric what it gives of it among all', async () => {
    const id = 'agreements-signed';
    const whole = await read<Dataset>(`${api}/figures`);
    const { figures } = await read<{ figures: Dataset['figures'][0] }>(
      `${api}/metrics/${id}/figures`,
    );
    expect(whole.figures.find(({ metric }) => metric.id === id)).toEqual(figures);
    expect(await read(`${api}/metrics/${id}/figures.json`)).toMatchObject({ figures });
    const said = fromJson({ figures: [figures] });
    expect(fromCsv(await textOf(`${api}/metrics/${id}/figures.csv`))).toEqual(said);
    expect(await fromXlsx(await bytesOf(`${api}/metrics/${id}/figures.xlsx?lang=en`))).toEqual(
      said,
    );
    const { link } = JSON.parse(await textOf(`${api}/figures.jsonstat?lang=en`));
    const one = JSON.parse(await textOf(`${api}/metrics/${id}/figures.jsonstat?lang=en`));
    expect(link.item).toContainEqual(one);
  });

  it('keeps the rules of JSON-stat 2.0, with a label for each status', async () => {
    for (const lang of ['zh', 'en']) {
      const { class: kind, link } = JSON.parse(
        await textOf(`${api}/figures.jsonstat?lang=${lang}`),
      );
      expect(kind).toBe('collection');
      for (const item of link.item) {
        expect(jsonStatProblems(JSON.stringify(item))).toEqual([]);
        const labels = item.extension.status.label;
        expect(Object.keys(labels).sort()).toEqual([...new Set(item.status)].sort());
        expect(Object.values(labels).every((label) => typeof label === 'string' && label)).toBe(
          true,
        );
      }
    }
  });

  it('shows in a workbook a number as a number, with its marks', async () => {
    const bytes = await bytesOf(`${api}/figures.xlsx?lang=en`);
    const formats = [...shownFormats(bytes).values()];
    const values = fromJson(await read<Dataset>(`${api}/figures`)).filter(
      ({ value }) => value !== null,
    );
    expect(formats).toHaveLength(values.length);
    const counted = (sign: string) => formats.filter((format) => format.includes(sign)).length;
    const marked = (mark: string) =>
      values.filter(({ status }) => status.split('+').includes(mark)).length;
    expect(counted('≥')).toBe(marked('at_least'));
    expect(formats.filter((format) => / e[ "]/.test(format))).toHaveLength(marked('E'));
    expect(formats.filter((format) => /[ ]s[ "]/.test(format))).toHaveLength(marked('sample'));
  });

  it('names the file after its release, and says what is in it', async () => {
    const { headers } = await ask(`${api}/figures.xlsx?release=4&sample=exclude`);
    expect(headers.get('content-type')).toMatch('spreadsheetml.sheet');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="yearbook-release-4-without-sample.xlsx"',
    );
  });
});

describe('GET /api/v1/datapackage.json', () => {
  const validate = addFormats(new Ajv({ strict: false, formats: { textarea: true } })).compile(
    JSON.parse(profile) as object,
  );
  const tablesOf = async (resources: Resource[]) =>
    Object.fromEntries(
      await Promise.all(
        resources.map(async ({ name, path }) => {
          const { pathname, search } = new URL(path);
          return [name, rowsOfCsv(await textOf(pathname + search))] as const;
        }),
      ),
    );

  it.each(['lang=zh', 'lang=en&release=4', 'sample=exclude'])(
    'keeps the published schema, and its tables keep theirs: %s',
    async (query) => {
      const found = await read<Descriptor>(`${api}/datapackage.json?${query}`);
      expect([validate(found), validate.errors]).toEqual([true, null]);
      expect(found.resources.map(({ name }) => name)).toEqual(tableNames);
      const tables = await tablesOf(found.resources);
      expect(tables.figures!.length).toBeGreaterThan(100);
      expect(tableProblems(found.resources, tables)).toEqual([]);
    },
  );

  it('is refused by the schema, and the tables by theirs, where something is wrong', async () => {
    const found = await read<Descriptor>(`${api}/datapackage.json`);
    expect(validate({ ...found, resources: [] })).toBe(false);
    expect(validate({ ...found, created: 'yesterday' })).toBe(false);
    const tables = await tablesOf(found.resources);
    const figures = tables.figures!;
    const broken = (change: Record<string, string>) =>
      tableProblems(found.resources, {
        ...tables,
        figures: [{ ...figures[0]!, ...change }, ...figures.slice(1)],
      });
    expect(broken({ value: '≥5' })).not.toEqual([]);
    expect(broken({ status: 'X' })).not.toEqual([]);
    expect(broken({ metric: 'no-such' })).not.toEqual([]);
    expect(broken(figures[1]!)).not.toEqual([]);
    expect(broken({ release: '' })).not.toEqual([]);
  });

  it('lists every source with title, address and publisher, and invents no licence', async () => {
    const { sources: ofFigures } = await read<Dataset>(`${api}/figures`);
    const { sources: ofRecords } = await read<Register>(`${api}/register.json`);
    const both = new Map([...ofFigures, ...ofRecords].map((source) => [source.id, source]));
    const sources = [...both.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(sources.length).toBeGreaterThan(ofFigures.length);
    const found = await read<Descriptor>(`${api}/datapackage.json?lang=en`);
    expect(found.sources.map(({ id, title, path }) => [id, title, path ?? null])).toEqual(
      sources.map(({ id, titles, url }) => [id, titles.en, url]),
    );
    expect(found.sources[0]!.publisher).toMatch(/./);
    expect(found.licenses).toBeUndefined();
    expect(found.titles).toEqual({
      zh: '金砖国家技术转移中心年度数据',
      en: 'BRICS Technology Transfer Center: yearly figures',
    });
    expect(found).toMatchObject({ title: found.titles.en, version: '5.0.0', sample: true });
  });
});

describe('GET /api/v1/dataset.zip', () => {
  const query = 'release=5&lang=en';

  it('holds what the single addresses answer, dated as the release', async () => {
    const bytes = await bytesOf(`${api}/dataset.zip?${query}`);
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual(['datapackage.json', ...packageFiles].sort());
    for (const file of packageFiles)
      expect([file, files[file]]).toEqual([
        file,
        await bytesOf(`${api}/dataset/${file}?release=5`),
      ]);
    expect(files['figures.csv']).toEqual(await bytesOf(`${api}/figures.csv?release=5`));

    const descriptor: Descriptor = JSON.parse(new TextDecoder().decode(files['datapackage.json']));
    const alone = await read<Descriptor>(`${api}/datapackage.json?${query}`);
    const pathless = ({ resources, ...rest }: Descriptor) => ({
      ...rest,
      resources: resources.map((resource) => ({ ...resource, path: '' })),
    });
    expect(pathless(descriptor)).toEqual(pathless(alone));
    for (const { path, bytes: size, hash } of descriptor.resources) {
      const digest = await crypto.subtle.digest('SHA-256', files[path]! as Uint8Array<ArrayBuffer>);
      const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
      expect([path, size, hash]).toEqual([path, files[path]!.length, `sha256:${hex.join('')}`]);
    }
    // MS-DOS date of the first entry: 15 January 2026.
    const date = new DataView(bytes.buffer).getUint16(12, true);
    expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2026, 1, 15]);
  });

  it('says what it is to people, in both languages', async () => {
    const text = await textOf(`${api}/dataset/README.txt?release=5`);
    for (const words of [
      '第5次发布，2026年1月15日',
      'Release 5, 15 January 2026',
      '绝不代表零',
      'never',
    ])
      expect(text).toContain(words);
    expect(text).toContain('http://yearbook.test/en/data?release=5');
  });
});

describe('what is asked in vain', () => {
  it.each([
    ['figures.xlsx?lang=fr', 400, 'zh or en'],
    ['figures.csv?lang=zh', 400, 'lang'],
    ['figures.jsonstat?from=2024&to=2020', 400, 'not before from'],
    ['figures?from=1999', 400, 'from 2018'],
    ['dataset/secrets.csv', 400, 'figures.csv'],
    ['dataset.zip?release=99', 404, 'release 99'],
    ['metrics/nothing/figures.xlsx', 404, 'nothing'],
  ])('%s is refused', async (path, status, words) => {
    const answer = await ask(`${api}/${path}`);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(await answer.text()).toContain(words);
  });
});

describe('files of a named release', () => {
  const paths = [
    ...['csv', 'xlsx', 'json', 'jsonstat'].map((form) => `figures.${form}`),
    'metrics/meeting-participants/figures.xlsx',
    'metrics/meeting-participants/figures.jsonstat',
    'datapackage.json',
    'dataset.zip',
    ...packageFiles.map((file) => `dataset/${file}`),
  ];
  /** Made anew each time: the address differs in an empty parameter, so no cache has it. */
  const readAll = (n: number) =>
    Promise.all(paths.map((path) => bytesOf(`${api}/${path}?release=5${'&'.repeat(n)}`)));

  it('are the same after the next release, and kept for ever', async () => {
    const before = await readAll(1);
    await publishParticipants(6, new Date(Date.now() - 1_000));
    const after = await readAll(2);
    paths.forEach((path, i) => expect([path, after[i]]).toEqual([path, before[i]]));
    expect(fromCsv(await textOf(`${api}/figures.csv?release=6`))).toContainEqual(
      expect.objectContaining({ metric: 'meeting-participants', year: 2024, value: 96 }),
    );
    for (const path of paths) {
      const { headers } = await ask(`${api}/${path}?release=5`);
      expect(headers.get('cache-control')).toMatch('immutable');
      expect(headers.get('etag')).toMatch(/^"5-/);
    }
  });
});

describe('a record of many metrics', () => {
  it('is refused where it is too large to hold, and to be had in part', async () => {
    await database.batch([
      database.prepare('update centre set founded_year = 1990'),
      database.prepare(
        `insert into metric
         with recursive i(n) as (select 1 union all select n + 1 from i where n < 60)
         select id || '-' || n, first_release, last_release, group_id, position, breakdown, additive, direction,
                decimals, names, definitions, units, last_year
         from metric, i where id = 'agreements-signed'`,
      ),
    ]);
    const refused = await ask(`${api}/dataset.zip?release=4&`);
    expect(refused.status).toBe(400);
    const { fields } = await refused.json<{ fields: { field: string; message: string }[] }>();
    const [, limit] = /before (\d{4})/.exec(fields[0]!.message)!;
    expect((await ask(`${api}/figures.csv?release=4&to=${limit}`)).status).toBe(400);
    const said = fromCsv(await textOf(`${api}/figures.csv?release=4&to=${Number(limit) - 1}`));
    expect(said.length).toBeGreaterThan(5_000);
    expect((await ask(`${api}/metrics/agreements-signed-7/figures.xlsx?release=4`)).status).toBe(
      200,
    );
  });
});
