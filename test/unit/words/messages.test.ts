import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import settings from '../../../web/project.inlang/settings.json' with { type: 'json' };

const web = new URL('../../../web/', import.meta.url);
const files = ['chart.json', 'pages.json', 'site.json'];

type Messages = Record<string, unknown>;
const messages = (locale: string, file: string): Messages =>
  JSON.parse(readFileSync(new URL(`messages/${locale}/${file}`, web), 'utf8'));

const keys = (found: Messages) =>
  Object.keys(found)
    .filter((key) => !key.startsWith('$'))
    .sort();

/** The placeholders a message may fill in. */
const inputs = (message: unknown) =>
  typeof message === 'string'
    ? [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    : (message as { declarations: string[] }[])
        .flatMap(({ declarations }) => declarations)
        .filter((line) => line.startsWith('input '))
        .map((line) => line.slice('input '.length));

describe('messages', () => {
  for (const file of files)
    it(`of ${file} have the same keys in every language`, () => {
      const [base, ...others] = settings.locales.map((locale) => keys(messages(locale, file)));
      for (const other of others) expect(other).toEqual(base);
    });

  it('fill in only what they declare', () => {
    for (const locale of settings.locales)
      for (const [key, message] of Object.entries(messages(locale, 'chart.json')))
        for (const variants of Array.isArray(message) ? message : [])
          for (const text of Object.values(variants.match as Record<string, string>))
            for (const [, name] of text.matchAll(/\{(\w+)\}/g))
              expect(inputs(message), `${locale} ${key}`).toContain(name);
  });

  it('hold every language code: code has none', () => {
    const sources = readdirSync(new URL('src/lib/words/', web)).map((name) => `words/${name}`);
    const chart = readdirSync(new URL('src/lib/chart/', web))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `chart/${name}`);
    const code = new RegExp(`['"\`](${settings.locales.join('|')})(-\\w+)?['"\`]`);
    for (const name of [...sources, ...chart])
      expect(readFileSync(new URL(`src/lib/${name}`, web), 'utf8'), name).not.toMatch(code);
  });

  it('set Chinese in full-width punctuation', () => {
    const zh = JSON.stringify(Object.entries(messages('zh', 'chart.json')));
    expect(zh.match(/[\p{Script=Han}}][,;:!?()](?=[\p{Script=Han}{])/gu) ?? []).toEqual([]);
  });
});
