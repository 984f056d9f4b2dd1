import { describe, expect, it } from 'vitest';
import { readFileName } from '../../../web/src/lib/chart/files/formats.ts';
import { drawProblem, problemOf } from '../../../web/src/lib/chart/files/problem.ts';
import {
  findFaults,
  parameters,
  readRequest,
  readStyle,
} from '../../../web/src/lib/chart/files/request.ts';
import { agreements, figuresOf, income } from './figures.ts';
import { wordsOf } from './files-svg-read.ts';

const figures = figuresOf([1, 2, 3], { by: { transfer: [1, 1, 1] } });
const plain = figuresOf([1, 2, 3], { metric: income });
const overlapping = figuresOf([1, 2], {
  metric: { ...agreements, additive: false },
  by: { transfer: [1, 1] },
});
const params = (query: string) => new URLSearchParams(query);
const faultsOf = (query: string, of = figures): string[] => {
  const asked = readRequest(params(query), of);
  const faults = [...findFaults(params(query)), ...(Array.isArray(asked) ? asked : [])];
  return faults.map(({ field, expected }) => `${field}: ${expected('en')}`);
};

describe('the query of a chart', () => {
  it('takes every parameter, alone and together', () => {
    const query =
      'by=members&show=value&type=line&from=2018&to=2020&lang=en&theme=dark&release=3&sample=exclude&width=600&height=400&title=hide';
    expect(faultsOf(query)).toEqual([]);
    expect(readRequest(params(query), figures)).toEqual({
      view: { by: 'members', show: 'value', type: 'line', from: 2018, to: 2020, view: 'chart' },
      style: { theme: 'dark', width: 600, height: 400, titled: false },
    });
  });

  it('takes the id of the breakdown for its members', () => {
    expect(readRequest(params('by=domain'), figures)).toMatchObject({ view: { by: 'members' } });
    expect(faultsOf('by=domain', plain)).toEqual(['by: Expected total']);
  });

  it.each([
    ['colour=red', 'colour: Unknown parameter. A chart takes by, show'],
    ['view=table', 'view: Unknown'],
    ['from=2019&from=2020', 'from: Expected one value'],
    ['lang=fr', 'lang: Expected zh or en'],
    ['theme=', 'theme: Expected light or dark'],
    ['title=no', 'title: Expected show or hide'],
    ['sample=only', 'sample: Expected include or exclude'],
    ['width=wide', 'width: Expected a whole number'],
    ['height=-1', 'height: Expected a whole number'],
    ['by=field', 'by: Expected members or total'],
    ['show=growth', 'show: Expected value or change or cumulative or share'],
    ['show=share&by=total', 'by: Expected members'],
    ['show=change&type=line', 'type: Expected bars'],
    ['type=pie', 'type: Expected stacked or line'],
    ['from=2017', 'from: Expected a year from 2018 to 2020'],
    ['to=20x0', 'to: Expected a year from 2018 to 2020'],
    ['from=2020&to=2019', 'to: Expected a year not before from'],
  ])('refuses %s and says what was expected', (query, said) => {
    expect(faultsOf(query)).toHaveLength(1);
    expect(faultsOf(query)[0]).toContain(said);
  });

  it('refuses what this metric cannot show', () => {
    expect(faultsOf('show=share', plain)).toEqual(['show: Expected value or change or cumulative']);
    expect(faultsOf('type=stacked', overlapping)).toEqual(['type: Expected line']);
  });

  it('brings sizes to what an image can have', () => {
    expect(readStyle(params('width=1&height=99999'))).toMatchObject({ width: 240, height: 2400 });
    expect(readStyle(params(''))).toMatchObject({ width: 880, height: null });
  });
});

describe('what is wrong', () => {
  const faults = findFaults(params('colour=red&theme=blue'));
  const place = { instance: '/charts/x.svg', requestId: 'r' };

  it('is told in few words, however much is wrong', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `${i}${'x'.repeat(i)}`);
    const many = findFaults(new URLSearchParams(names.map((name) => [name, ''])));
    expect(JSON.stringify(problemOf({ faults: many }, place)).length).toBeLessThan(20_000);
    const svg = drawProblem({ faults: many }, { theme: 'light', width: 240 }, 'en');
    expect(Number(/ height="(\d+)"/.exec(svg)![1])).toBeLessThan(2400);
  });

  it('is told to programs in the shape of the API', () => {
    expect(problemOf({ faults }, place)).toMatchObject({
      ...place,
      status: 400,
      code: 'invalid_request',
      fields: [
        { field: 'colour', message: expect.stringContaining(parameters.join(', ')) },
        { field: 'theme', message: 'Expected light or dark' },
      ],
    });
  });

  it('is told in an image in the language asked for', () => {
    const words = wordsOf(drawProblem({ faults }, { theme: 'light', width: 500 }, 'zh'));
    expect(words).toContain('theme：应为light或dark');
    expect(words).toContain('没有此参数');
  });
});

describe('readFileName', () => {
  it.each(['x', 'x.', '.svg', 'x.png', 'x.toString', 'X.svg', 'a/b.svg', 'x.svg.csv'])(
    'refuses %s',
    (file) => expect(readFileName(file)).toBeNull(),
  );
  it('reads the metric and the form', () => {
    expect(readFileName('agreements-signed.jsonstat')).toEqual({
      metric: 'agreements-signed',
      format: 'jsonstat',
    });
  });
});
