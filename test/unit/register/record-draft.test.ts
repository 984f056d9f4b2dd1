import { describe, expect, it } from 'vitest';
import {
  checkDraft,
  frameOf,
  type Fault,
} from '../../../web/src/lib/staff/register/records/check.ts';
import { listCounted } from '../../../web/src/lib/staff/register/records/counts.ts';
import {
  contentOf,
  draftOf,
  newDraft,
  newParty,
  readAmount,
  type RecordDraft,
} from '../../../web/src/lib/staff/register/records/draft.ts';
import type { CatalogueAnswer, CatalogueEntry } from '../../../schema/staff/catalogue.ts';
import type { RecordContent } from '../../../schema/staff/register.ts';

const entry = (kind: string, key: string, content: object): CatalogueEntry =>
  ({ kind, key, content, published: content }) as unknown as CatalogueEntry;

const catalogue: CatalogueAnswer = {
  entries: [
    entry('member', 'domain~biomedicine', { names: { en: 'Biomedicine' } }),
    entry('source', 'report', { kind: 'press', titles: { en: 'Report' } }),
    entry('source', 'sample', { kind: 'sample', titles: { en: 'Sample' } }),
    entry('count', 'agreements-signed', {
      ...{ kind: 'agreement', role: 'counterparty', landed: false },
    }),
    entry('count', 'projects-signed', { kind: 'project', role: null, landed: false }),
    entry('count', 'projects-landed', { kind: 'project', role: null, landed: true }),
  ],
  centre: { names: { en: 'Centre' }, founded: 2018, currentYear: 2026 },
  figures: [],
};
const frame = frameOf(catalogue);

const natt = { id: 'natt', names: { en: 'NATT' }, country: 'RU' };
const meeting = { id: 'meeting-2024', titles: { en: 'Meeting' }, year: 2024, date: null };

/** A project that landed, with everything that a record can say. */
const whole: RecordContent = {
  kind: 'project',
  year: 2024,
  date: '2024-08-06',
  titles: { zh: '项目', en: 'A project', ru: 'Проект' },
  places: { en: 'Kunming' },
  breakdown: 'domain',
  member: 'biomedicine',
  partOf: 'meeting-2024',
  counted: true,
  stage: 'landed',
  landedYear: 2025,
  value: 1_200_000.5,
  currency: 'CNY',
  openEnded: true,
  parties: [
    { role: 'counterparty', organisation: 'natt', person: null, position: null },
    { role: 'host', organisation: null, person: { zh: '张三' }, position: { zh: '主任' } },
  ],
  note: { en: 'As reported.' },
  source: 'report',
};
const begin = (): RecordDraft => draftOf(whole, { organisations: [natt], partOf: meeting });
const faultsOf = (change: Partial<RecordDraft>): Fault[] =>
  checkDraft('a-project', { ...begin(), ...change }, frame, false);

describe('draftOf', () => {
  it('keeps all that a record says, also in languages that nobody is asked for', () => {
    expect(contentOf(begin())).toEqual(whole);
    expect(faultsOf({})).toEqual([]);
  });
});

describe('contentOf', () => {
  it('does not send what the form does not show', () => {
    expect(contentOf({ ...begin(), kind: 'agreement' })).toMatchObject({
      ...{ stage: null, landedYear: null },
    });
    expect(contentOf({ ...begin(), stage: 'signed' })).toMatchObject({ landedYear: null });
  });

  it('reads amounts as people write them, and guesses none', () => {
    expect(['1,200,000.50', '１２０万', '0', '2.3亿'].map(readAmount)).toEqual([
      1_200_000.5, 1_200_000, 0, 230_000_000,
    ]);
    for (const text of ['1,2', '1.234', '约120万', '≥5', '-3', '¥5', 'x', '1e20']) {
      expect([text, readAmount(text)]).toEqual([text, Number.NaN]);
    }
  });
});

describe('checkDraft', () => {
  it('tells what cannot be read, and guesses nothing from it', () => {
    expect(faultsOf({ year: '24', value: 'much', landedYear: 'soon' })).toEqual([
      { field: 'year', refusal: 'not_a_year' },
      { field: 'landedYear', refusal: 'not_a_year' },
      { field: 'value', refusal: 'not_an_amount' },
    ]);
  });

  it('refuses a name that was typed and not chosen, also beside a person', () => {
    const party = { ...newParty('host'), typed: 'Nat', person: { zh: '李四' } };
    expect(faultsOf({ parties: [party], partOf: null, partOfTyped: 'Meet' })).toEqual([
      { field: 'parties.0.organisation', refusal: 'not_chosen' },
      { field: 'partOf', refusal: 'not_chosen' },
    ]);
  });

  it('refuses what the server would, in the order of the form', () => {
    const nobody = newParty('speaker');
    const twice = begin().parties[0]!;
    const empty = { ...newDraft('agreement', '2024'), date: '2023-01-01', counted: false };
    const wrong = checkDraft(
      'Not an id',
      { ...empty, parties: [nobody, twice, twice], currency: 'CNY', source: 'sample' },
      frame,
      true,
    );
    expect(wrong.map(({ field, refusal }) => `${field} ${refusal}`)).toEqual([
      'titles.zh text_missing',
      'titles.en text_missing',
      'date date_outside_year',
      'key bad_id',
      'parties.0 party_without_anybody',
      'parties.2 party_twice',
      'source sample_source',
      'value value_and_currency',
      'note note_missing',
    ]);
  });
});

describe('listCounted', () => {
  const counts = (change: Partial<RecordContent>) =>
    listCounted(catalogue.entries, { ...whole, ...change }).map(
      ({ metric, year, count }) => `${metric} ${year} ${count}`,
    );

  it('says which figures count a record, by kind, role and year', () => {
    expect(counts({})).toEqual(['projects-signed 2024 1', 'projects-landed 2025 1']);
    expect(counts({ landedYear: null })).toEqual(['projects-signed 2024 1']);
    expect(counts({ kind: 'agreement' })).toEqual(['agreements-signed 2024 1']);
    expect(counts({ kind: 'agreement', parties: [] })).toEqual([]);
    expect(counts({ counted: false })).toEqual([]);
  });
});
