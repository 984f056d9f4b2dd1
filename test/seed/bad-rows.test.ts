import { describe, expect, it } from 'vitest';
import { SeedError } from '../../seed/problems.ts';
import { readSeed } from '../../seed/read.ts';
import { seedCopy } from './seed-copies.ts';

const append = (line: string) => (text: string) => `${text}${line}\n`;
const swap = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`Nothing to replace: ${from}`);
  return changed;
};
const figure = (cells: Partial<Record<string, string>>) => {
  const good = {
    ...{ metric: 'people-trained', year: '2019', member: '', release: '4', value: '7' },
    ...{ qualifier: 'exact', status: 'A', source: 'maui-mirror-2024-11-06' },
    ...{ reason: 'late_data', zh: '', en: '' },
  };
  return append(Object.values({ ...good, ...cells }).join(','));
};

function problemsOf(root: string, factsOnly = true): string[] {
  try {
    readSeed({ root, factsOnly });
    return [];
  } catch (error) {
    if (error instanceof SeedError) return error.message.split('\n');
    throw error;
  }
}

const figures = 'seed/facts/figures.csv row 19, field';
const sampleFigures = 'seed/sample/figures.csv row 134, field';
const wholeNumber = 'expected a whole number of 0 or more';

describe('a bad row of facts/figures.csv', () => {
  it.each([
    ['a word for a value', { value: 'x' }, `value: ${wholeNumber}, got "x"`],
    ['a negative value', { value: '-1' }, `value: ${wholeNumber}, got "-1"`],
    ['a fraction of a count', { value: '1.5' }, `value: ${wholeNumber}, got "1.5"`],
    ['an exponent', { value: '1e3' }, `value: ${wholeNumber}, got "1e3"`],
    ['a digit of another script', { value: '７' }, `value: ${wholeNumber}, got "７"`],
    ['more digits than a number holds', { value: '9'.repeat(16) }, `value: ${wholeNumber}`],
    ['a blank that is not said to be missing', { value: '' }, `value: ${wholeNumber}, got nothing`],
    [
      'a missing value with a number',
      { status: 'O', zh: '缺', en: 'no' },
      'value: expected nothing',
    ],
    ['a missing value without a reason', { status: 'O', value: '' }, 'note.zh: expected a note'],
    ['an unknown metric', { metric: 'patents' }, 'metric: expected one of the metrics'],
    ['an unknown source', { source: 'hearsay' }, 'source: expected one of the sources'],
    ['an unknown release', { release: '9' }, 'release: expected one of the releases'],
    ['a member of a metric without any', { member: 'courses' }, 'member: expected nothing for'],
    ['an unknown qualifier', { qualifier: 'roughly' }, 'qualifier: expected one of exact, at_le'],
    ['an unknown status', { status: 'Z' }, 'status: expected one of A, P, E, O, got "Z"'],
    ['an unknown reason', { reason: 'why' }, 'reason: expected one of first_publication,'],
    ['a sample reason', { reason: 'sample' }, 'reason: expected not sample'],
    ['no year', { year: '20x9' }, 'year: expected a year from 1900 to 2100, got "20x9"'],
    ['a year before the founding', { year: '2017' }, 'year: expected a year from 2018 to 2100'],
    ['a year after the release', { year: '2026' }, 'year: expected a year not after 2025'],
    ['a source of a later release', { release: '3' }, 'source: expected a source that is public'],
    ['a note in one language only', { zh: '注' }, 'note.en: expected a text in this language'],
    ['an id with capitals', { metric: 'People' }, 'metric: expected an id of lower-case'],
  ])('%s is named with its row, field and what was expected', (_, cells, expected) => {
    const problems = problemsOf(seedCopy({ 'facts/figures.csv': figure(cells) }));
    expect(problems).toEqual([expect.stringContaining(`${figures} ${expected}`)]);
  });

  it('an unknown member names those there are', () => {
    const edit = figure({ metric: 'talent-programmes', member: 'dinners' });
    expect(problemsOf(seedCopy({ 'facts/figures.csv': edit }))).toEqual([
      `${figures} member: expected one of technology-managers, exchange-visits, courses, or nothing for the total of talent-programmes, got "dinners"`,
    ]);
  });

  it('a second row of one key names the first', () => {
    const edit = figure({ metric: 'projects-signed', year: '2023' });
    expect(problemsOf(seedCopy({ 'facts/figures.csv': edit }))).toEqual([
      'seed/facts/figures.csv row 19, field metric, year, member, release: expected one row for metric, year, member, release, and seed/facts/figures.csv row 17 has it already, got "projects-signed 2023  4"',
    ]);
  });

  it('a total below its parts is refused', () => {
    const edit = swap('2024,,3,17,', '2024,,3,16,');
    expect(problemsOf(seedCopy({ 'facts/figures.csv': edit }))).toEqual([
      'seed/facts/figures.csv row 16, field value: expected 17 or more, the sum of its parts in release 3, got "16"',
    ]);
  });

  it('a total that a later part outgrows is refused', () => {
    const edit = figure({ metric: 'agreements-signed', year: '2024', member: 'other', value: '1' });
    expect(problemsOf(seedCopy({ 'facts/figures.csv': edit }))).toEqual([
      'seed/facts/figures.csv row 16, field value: expected 18 or more, the sum of its parts in release 4, got "17"',
    ]);
  });
});

describe('a bad row of another file', () => {
  const source = (cells: string) => append(`late,4,press,${cells},题,Title,,`);
  it.each([
    [
      'facts/sources.csv',
      source('2024-02-30,https://a.org'),
      'row 8, field publishedOn: expected a',
    ],
    [
      'facts/sources.csv',
      source('2025-12-01,https://a.org'),
      'row 8, field publishedOn: expected a',
    ],
    [
      'facts/sources.csv',
      source('2024-02-01,javascript:alert(1)'),
      'row 8, field url: expected a w',
    ],
    ['facts/sources.csv', source('2024-02-01,'), 'row 8, field url: expected the web address of'],
    ['facts/sources.csv', append('s,4,sample,,,题,Title,,'), 'row 8, field kind: expected not sam'],
    ['facts/sources.csv', append('s,4,register,,,题,,,'), 'row 8, field title.en: expected a text'],
    [
      'facts/sources.csv',
      append('s,4,register,,,题,T,社,'),
      'row 8, field publisher.en: expected a',
    ],
    [
      'facts/releases.csv',
      swap('2020-01-10T', '2020-13-10T'),
      'row 2, field publishedAt: expected',
    ],
    [
      'facts/releases.csv',
      swap('2020-01-10T', '2023-02-10T'),
      'row 3, field publishedAt: expected an',
    ],
    [
      'facts/releases.csv',
      swap('\n4,2025', '\n6,2025'),
      'row 5, field release: expected 4: release',
    ],
    [
      'facts/closed-years.csv',
      append('2024,4'),
      'row 9, field year, release: expected one row for',
    ],
    [
      'facts/closed-years.csv',
      append('2026,4'),
      'row 9, field year: expected a year not after 2025',
    ],
    ['catalogue/metrics.csv', swap('projects,field', 'projects,planet'), 'row 6, field breakdown'],
    [
      'catalogue/metrics.csv',
      swap('talent,,', 'sports,,'),
      'row 9, field group: expected one of the',
    ],
    [
      'catalogue/metrics.csv',
      swap('meetings\n', '\n'),
      'row 2, field unit.en.other: expected a text',
    ],
    [
      'catalogue/members.csv',
      swap('matchmaking,1', 'matchmaking,7'),
      'row 3, field colour: expected',
    ],
    [
      'catalogue/members.csv',
      swap('matchmaking,1', 'matchmaking,0'),
      'row 3, field colour: expected',
    ],
    [
      'catalogue/members.csv',
      swap('field,other', 'field,not-broken-down'),
      'row 14, field id: exp',
    ],
    [
      'catalogue/counts.csv',
      swap('meeting,,', 'meting,,'),
      'row 2, field kind: expected one of meeting, agreement',
    ],
    [
      'facts/organisations.csv',
      swap('association,RU', 'association,RUS'),
      'row 14, field country: expected a country by ISO',
    ],
    [
      'facts/organisations.csv',
      swap('金砖国家技术转移中心,BRICS Technology Transfer Center', ','),
      'row 2, field name.zh: expected a name in at least one language',
    ],
    [
      'facts/records.csv',
      swap('2019,2019-09-03', '2019,2020-09-03'),
      'row 2, field date: expected a day of 2019',
    ],
    [
      'facts/records.csv',
      swap('domain,biomedicine', 'domain,medicine'),
      'row 9, field member: expected one of technology-transfer',
    ],
    [
      'facts/parties.csv',
      swap('counterparty,natt', 'counterparty,nat'),
      'row 43, field organisation: expected one of the organisations',
    ],
    [
      'facts/parties.csv',
      swap('cooperation-meeting-2024,3,host,', 'cooperation-meeting-2024,2,host,'),
      'row 33, field release: expected a release that brought a version',
    ],
    [
      'catalogue/centre.csv',
      swap('Asia/Shanghai', 'Asia/Yunnan'),
      'row 2, field timeZone: expected',
    ],
  ])('%s (%#)', (file, edit, expected) => {
    const problems = problemsOf(seedCopy({ [file]: edit }));
    expect(problems).toContainEqual(expect.stringContaining(`seed/${file} ${expected}`));
  });
});

describe('sample data', () => {
  const row = (key: string, rest = 'exact,A,sample,sample,,') => append(`${key},5,9,${rest}`);
  it.each([
    ['beside a sourced figure', row('projects-signed,2023,'), 'year: expected a year in which'],
    [
      'beside a missing sourced one',
      row('meetings-held,2022,forum'),
      'year: expected a year in which',
    ],
    [
      'of a year still running',
      row('people-trained,2026,'),
      'year: expected a year not after 2025',
    ],
    [
      'for another reason',
      row('projects-landed,2020,', 'exact,A,sample,correction,,'),
      'reason: expe',
    ],
  ])('%s is refused', (_, edit, expected) => {
    const problems = problemsOf(seedCopy({ 'sample/figures.csv': edit }), false);
    expect(problems).toEqual([expect.stringContaining(`${sampleFigures} ${expected}`)]);
  });

  it('with a real source is refused', () => {
    const rest = 'exact,A,maui-mirror-2024-11-06,sample,,';
    const edit = row('projects-landed,2020,', rest);
    const problems = problemsOf(seedCopy({ 'sample/figures.csv': edit }), false);
    expect(problems).toContainEqual(
      expect.stringContaining(`${sampleFigures} source: expected a s`),
    );
  });

  it('in a release of facts is refused', () => {
    const edit = append('projects-landed,2020,,4,9,exact,A,sample,sample,,');
    const problems = problemsOf(seedCopy({ 'sample/figures.csv': edit }), false);
    expect(problems).toContainEqual(
      expect.stringContaining(`${sampleFigures} release: expected a r`),
    );
  });

  it('as the target of a sourced figure is refused', () => {
    const edit = append('agreements-signed,2024,5,20,sample');
    expect(problemsOf(seedCopy({ 'sample/targets.csv': edit }), false)).toEqual([
      expect.stringContaining(
        'seed/sample/targets.csv row 13, field year: expected a year in which',
      ),
    ]);
  });
});

describe('a bad file', () => {
  const lineTwo = /^(.*\n)(.*)\n/;
  it.each([
    ['an unknown column', swap('year,', 'year,colour,'), 'row 1: expected columns metric, year,'],
    ['a column twice', swap(/en\n/, 'en,year\n'), 'row 1, field year: expected one column of this'],
    ['a missing column', swap('note.en', 'note.fr'), 'row 1, field note.en: expected a column of'],
    [
      'a short row',
      append('people-trained,2019'),
      'row 19: expected 11 fields as in the header, got "2',
    ],
    [
      'a long row',
      append('people-trained,2019,,4,1,exact,A,s,late_data,,,,'),
      'row 19: expected 11',
    ],
    ['an open quote', swap(lineTwo, '$1"$2\n'), 'row 2: expected well-formed quotes'],
    ['no content', () => '', 'row 1: expected a header with metric, year,'],
  ])('with %s is named', (_, edit, expected) => {
    const problems = problemsOf(seedCopy({ 'facts/figures.csv': edit }));
    expect(problems).toContainEqual(expect.stringContaining(`seed/facts/figures.csv ${expected}`));
  });

  it('in another encoding is named', () => {
    const root = seedCopy({ 'facts/figures.csv': () => Uint8Array.from([0xbb, 0xe1, 0xd2, 0xe9]) });
    expect(problemsOf(root)).toEqual([
      'seed/facts/figures.csv: expected text in UTF-8; save the file as "CSV UTF-8"',
      expect.stringContaining('seed/facts/figures.csv row 1: expected a header'),
    ]);
  });

  it('that is not there is named', () => {
    expect(problemsOf('/nowhere')).toContain(
      'seed/facts/figures.csv: expected this file to be there',
    );
  });
});

describe('readSeed', () => {
  it('lists the problems of all files at once', () => {
    const root = seedCopy({
      'catalogue/metrics.csv': swap(',none,', ',sideways,'),
      'facts/sources.csv': swap('2019-09-04,http', '4 September,http'),
      'facts/figures.csv': figure({ value: 'many' }),
    });
    expect(problemsOf(root)).toEqual([
      expect.stringContaining('seed/catalogue/metrics.csv row 7, field direction'),
      expect.stringContaining('seed/facts/sources.csv row 2, field publishedOn'),
      expect.stringContaining(`${figures} value`),
    ]);
  });

  it('takes a byte order mark, CRLF, blank lines and padded cells as a spreadsheet leaves them', () => {
    const edit = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')},,,,,,,,,,\r\n\r\n`;
    const root = seedCopy({
      'facts/figures.csv': (text) => edit(text.replace('2024,,3,95,', ' 2024 ,, 3,95 ,')),
    });
    expect(readSeed({ root, factsOnly: true })).toEqual(readSeed({ factsOnly: true }));
  });

  it('counts rows by the lines of the file, also after a cell of several lines', () => {
    const edit = (text: string) =>
      figure({ value: 'x' })(
        text.replace(
          '2024年8月6日在昆明举行，为第七届。',
          '"2024年8月6日\n在昆明举行，""第七届""。"',
        ),
      );
    expect(problemsOf(seedCopy({ 'facts/figures.csv': edit }))).toEqual([
      expect.stringContaining('seed/facts/figures.csv row 20, field value'),
    ]);
  });

  it('takes a third language as one more column in each file, with its own plurals', () => {
    const columns = ['name', 'definition', 'title', 'publisher', 'place', 'note'];
    const translate = (text: string) => {
      const [header = '', ...lines] = text.trimEnd().split('\n');
      const added = columns.filter((column) => header.includes(`${column}.en`));
      const blank = (line: string, column: string) =>
        ['note', 'publisher'].includes(column) && /,,$/.test(line);
      return [
        [header, ...added.map((column) => `${column}.pt`)].join(','),
        ...lines.map((line) =>
          [line, ...added.map((c) => (blank(line, c) ? '' : 'texto'))].join(','),
        ),
      ].join('\n');
    };
    const units = (text: string) =>
      translate(text)
        .split('\n')
        .map((line, i) =>
          [line, ...['one', 'many', 'other'].map((p) => (i ? p : `unit.pt.${p}`))].join(','),
        )
        .join('\n');
    const files = ['centre', 'groups', 'breakdowns', 'members'].map((f) => `catalogue/${f}.csv`);
    const facts = ['releases', 'sources', 'figures', 'records'].map((f) => `facts/${f}.csv`);
    const edits = Object.fromEntries([...files, ...facts].map((file) => [file, translate]));
    // What may have no name in a language is left without one.
    const untranslated = (added: string[]) => (text: string) =>
      text.replaceAll(/(?<=.)$/gm, ','.repeat(added.length)).replace(/,+$/m, `,${added.join(',')}`);
    const root = seedCopy({
      ...edits,
      'catalogue/metrics.csv': units,
      'facts/organisations.csv': untranslated(['name.pt']),
      'facts/parties.csv': untranslated(['person.pt', 'position.pt']),
    });
    const { metric, figure: figures } = readSeed({ root, factsOnly: true });
    expect(metric[0]?.names.pt).toBe('texto');
    expect(metric[0]?.units.pt).toEqual({ one: 'one', many: 'many', other: 'other' });
    expect(figures[0]?.note?.pt).toBe('texto');
  });
});
