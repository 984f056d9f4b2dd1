import Papa from 'papaparse';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { columns, writeCsv } from '../../../web/src/lib/chart/files/csv.ts';
import { disposition } from '../../../web/src/lib/chart/files/name.ts';
import { writeJson } from '../../../web/src/lib/chart/files/json.ts';
import { writeXlsx } from '../../../web/src/lib/chart/files/xlsx.ts';
import { agreements, figuresOf } from './figures.ts';
import { askFor } from './files.ts';

const evil = '=HYPERLINK("http://evil.example","x")';
const figures = figuresOf([3, '>=17', null, 'E9'], {
  by: { transfer: [1, '>=5', null, 'S4'], biomedicine: [2, 'P12', null, 2] },
  metric: {
    ...agreements,
    breakdown: {
      ...agreements.breakdown!,
      members: agreements.breakdown!.members.map((member) =>
        member.id === 'transfer' ? { ...member, names: { en: evil, zh: `${evil}\u0001` } } : member,
      ),
    },
  },
});
const { file } = askFor(figures, '');
const sheetsOf = async (bytes: Uint8Array) =>
  Object.fromEntries(
    (await readSheets(Buffer.from(bytes))).map(({ sheet, data }) => [sheet, data]),
  );

describe('writeCsv', () => {
  const text = writeCsv(file);

  it('is UTF-8 with a mark, lines end in CRLF, and a row is a number', () => {
    expect(text.startsWith('\uFEFFmetric,show,year,series')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const { data, errors } = Papa.parse(text.slice(1), { header: true });
    expect(errors).toEqual([]);
    // Three members, the part not broken down, and the total, over four years.
    expect(data).toHaveLength(20);
  });

  it('has marks as columns, and why there is no value', () => {
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true });
    const at = (series: string, year: string) =>
      data.find((row) => row.series === series && row.year === year)!;
    expect(at('transfer', '2019')).toMatchObject({ value: '5', qualifier: 'at_least' });
    expect(at('biomedicine', '2019')).toMatchObject({ value: '12', status: 'P' });
    expect(at('transfer', '2021')).toMatchObject({ value: '4', sample: 'sample' });
    expect(at('total', '2020')).toMatchObject({ value: '', why_missing: 'no_figure' });
    expect(at('not-broken-down', '2019')).toMatchObject({ value: '', why_missing: 'not_known' });
  });

  it('runs no formula', () => {
    expect(text).toContain(`"'=HYPERLINK`);
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  });
});

describe('writeXlsx', () => {
  it('has the table, the data and notes, with numbers as numbers', async () => {
    const sheets = await sheetsOf(writeXlsx(file));
    expect(Object.keys(sheets)).toEqual(['Table', 'Data', 'Notes']);
    const { Table, Data, Notes } = sheets;
    const head = Table!.findIndex((row) => row[1] === 2018);
    expect(Table![head]).toEqual(['Part', 2018, 2019, 2020, 2021]);
    expect(Table!.find((row) => row[0] === 'Total')).toEqual(['Total', 3, 17, 'not reported', 9]);
    expect(Data![0]).toEqual([...columns]);
    expect(Data).toHaveLength(21);
    const said = Object.fromEntries(Notes!.map(([key, text]) => [key, text]));
    expect(said).toMatchObject({ Metric: 'Agreements signed', Definition: 'Signings.' });
    expect(said['Sources']).toContain('Made up');
    expect(said['Published by']).toContain('Release 4');
    expect(Notes!.map(([, text]) => text)).toContain('s  sample figure, not reported');
  });

  it('is the same file for the same chart, whatever its size', async () => {
    expect(writeXlsx(file)).toEqual(writeXlsx(file));
    const years = Array.from({ length: 120 }, (_, i) => i);
    const many = figuresOf(years, { by: { transfer: years, biomedicine: years, property: years } });
    const sheets = await sheetsOf(writeXlsx(askFor(many, '').file));
    expect(sheets['Data']!.length).toBe(1 + 120 * 4);
  });
});

describe('writeJson', () => {
  it('says why a value is missing, in a code and in words', () => {
    const { series } = JSON.parse(writeJson(file));
    const total = series.find(({ id }: { id: string }) => id === 'total');
    expect(total.points[2]).toMatchObject({
      value: null,
      whyMissing: { code: 'no_figure', text: 'not reported' },
    });
    expect(total.points[1]).toMatchObject({ value: 17, qualifier: 'at_least', whyMissing: null });
  });
});

describe('disposition', () => {
  it('names the file for people, and in ASCII for old programs', () => {
    expect(disposition('attachment', askFor(figures, '', 'zh').file, 'csv')).toBe(
      `attachment; filename="agreements-signed-2018-2021-release-4.csv"; filename*=UTF-8''${encodeURIComponent('签约数2018—2021年（第4次发布）.csv')}`,
    );
  });

  it('has no sign that a header or a file system would take for something else', () => {
    const names = { en: 'a/b\\c:"d"\r\nX-Evil: 1; %\ud800*' };
    const evilFile = { ...file, metric: { ...file.metric, names } };
    expect(disposition('inline', evilFile, 'svg')).toMatch(/^[\x20-\x7e]+$/);
    expect(disposition('inline', evilFile, 'svg')).not.toMatch(/%2F|%5C|%0D|%22|%3B/);
  });
});
