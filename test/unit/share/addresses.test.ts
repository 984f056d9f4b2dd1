import { describe, expect, it } from 'vitest';
import { findFaults } from '../../../web/src/lib/chart/files/request.ts';
import {
  embedOf,
  fileOf,
  forms,
  linkOf,
  namingOf,
  type Shared,
} from '../../../web/src/lib/share/addresses.ts';
import { scalesOf } from '../../../web/src/lib/share/made.ts';
import { readChoices } from '../../../web/src/lib/share/choices.ts';

const shared = (query: string, change: Partial<Shared> = {}): Shared => ({
  origin: 'https://yearbook.example.org',
  metric: 'agreements-signed',
  saved: null,
  view: [],
  release: null,
  withoutSample: false,
  choices: readChoices(new URLSearchParams(query), 'zh'),
  ...change,
});

const view = [
  ['show', 'change'],
  ['from', '2020'],
] as const;

describe('addresses to share', () => {
  it('name nothing that is as usual', () => {
    const usual = shared('');
    expect(linkOf(usual)).toBe('https://yearbook.example.org/zh/metrics/agreements-signed');
    for (const form of Object.values(forms).flat())
      expect(fileOf(usual, form)).toBe(`/charts/agreements-signed.${form}`);
  });

  it('name a frame’s theme in any case: it would else be in that of its reader', () => {
    expect(embedOf(shared(''))).toBe(
      'https://yearbook.example.org/embed/agreements-signed?theme=light',
    );
    expect(embedOf(shared('lang=en&theme=dark&width=400'))).toBe(
      'https://yearbook.example.org/embed/agreements-signed?lang=en&theme=dark',
    );
  });

  it('hold every form at the release, with the view and the state of the record', () => {
    const frozen = shared('lang=en', { view, release: 3, withoutSample: true });
    const state = 'show=change&from=2020&sample=exclude&release=3';
    expect(linkOf(frozen)).toBe(
      `https://yearbook.example.org/en/metrics/agreements-signed?${state}`,
    );
    const files = Object.values(forms).flatMap((all) => all.map((form) => fileOf(frozen, form)));
    for (const address of [...files, embedOf(frozen)]) expect(address).toContain(`?${state}&`);
  });

  it('say of the look what matters to the form', () => {
    const looks = shared('theme=dark&width=640&title=hide&verify=hide');
    const query = 'theme=dark&width=640&title=hide&verify=hide';
    expect(fileOf(looks, 'svg')).toBe(`/charts/agreements-signed.svg?${query}`);
    expect(fileOf(looks, 'png', 3)).toBe(`/charts/agreements-signed.png?${query}&scale=3`);
    expect(fileOf(looks, 'pptx')).toContain('?theme=dark&');
    expect(fileOf(looks, 'docx')).toBe('/charts/agreements-signed.docx?title=hide&verify=hide');
    expect(fileOf(looks, 'csv')).toBe('/charts/agreements-signed.csv?verify=hide');
  });

  it('are such as a file takes', () => {
    const all = shared('lang=en&theme=dark&width=300&title=hide&verify=hide', { view, release: 3 });
    for (const form of Object.values(forms).flat()) {
      const { searchParams } = new URL(fileOf(all, form, form === 'png' ? 2 : 1), all.origin);
      expect(findFaults(searchParams), form).toEqual([]);
    }
  });

  it('of a chart with a short name hold no view', () => {
    const named = shared('lang=en', { saved: 'agreements-2024', view, release: 3 });
    const host = 'https://yearbook.example.org';
    expect(linkOf(named)).toBe(`${host}/en/c/agreements-2024?release=3`);
    expect(fileOf(named, 'docx')).toBe('/c/agreements-2024.docx?release=3&lang=en');
    expect(embedOf(named)).toBe(`${host}/embed/c/agreements-2024?release=3&lang=en&theme=light`);
  });

  it('leave look and release to who gives the view a name', () => {
    expect(namingOf(shared('theme=dark', { view, release: 3 }))).toBe(
      '/staff/charts/new?metric=agreements-signed&show=change&from=2020',
    );
  });
});

describe('the scales of a PNG', () => {
  it('are those that it can be drawn at, each once', () => {
    const drawn = (width: number, height: number) =>
      scalesOf({ width, height }).map(({ scale, drawn }) => `${scale} as ${drawn}`);
    expect(drawn(880, 560)).toEqual(['1 as 1', '2 as 2', '3 as 3']);
    expect(drawn(1200, 760)).toEqual(['1 as 1', '2 as 2', '3 as 2.7']);
    expect(drawn(2400, 1500)).toEqual(['1 as 1', '2 as 1.3']);
  });
});

describe('choices', () => {
  const read = (query: string) => readChoices(new URLSearchParams(query), 'en');

  it('are as usual where nothing, or nothing known, is asked for', () => {
    const usual = {
      language: 'en',
      theme: 'light',
      width: 880,
      wrongWidth: null,
      titled: true,
      verified: true,
    };
    expect(read('')).toEqual(usual);
    expect(read('lang=xx&theme=blue&title=no&verify=no&release=&own=300')).toEqual(usual);
  });

  it.each([
    ['width=640', 640, null],
    ['width=own&own=700', 700, null],
    ['width=own&own=100', 240, '100'],
    ['width=9999', 2400, '9999'],
    ['width=own&own=', 880, ''],
    ['width=own', 880, null],
    ['width=12.5', 880, '12.5'],
    ['width=-400', 880, '-400'],
  ])('bring the width of %s to %d px, and say so where it is another', (query, width, wrong) => {
    expect(read(query)).toMatchObject({ width, wrongWidth: wrong });
  });
});
