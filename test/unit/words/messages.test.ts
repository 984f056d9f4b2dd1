import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import settings from '../../../web/project.inlang/settings.json' with { type: 'json' };

const web = new URL('../../../web/', import.meta.url);
const files = settings['plugin.inlang.messageFormat'].pathPattern.map((path) =>
  path.slice(path.lastIndexOf('/') + 1),
);

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

/** A message as it is written: all its variants. */
const texts = (message: unknown): string[] =>
  typeof message === 'string'
    ? [message]
    : (message as { match: Record<string, string> }[]).flatMap(({ match }) => Object.values(match));

const entries = (locale: string, file: string) =>
  Object.entries(messages(locale, file)).filter(([key]) => !key.startsWith('$'));

describe('messages', () => {
  for (const file of files)
    it(`of ${file} have the same keys in every language`, () => {
      const [base, ...others] = settings.locales.map((locale) => keys(messages(locale, file)));
      for (const other of others) expect(other).toEqual(base);
    });

  it('stand all in the files that are compiled', () => {
    for (const locale of settings.locales)
      expect(readdirSync(new URL(`messages/${locale}/`, web)).sort()).toEqual(files.toSorted());
  });

  it.each(files)('of %s fill in only what they declare', (file) => {
    for (const locale of settings.locales)
      for (const [key, message] of entries(locale, file))
        for (const text of texts(message))
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

  it.each(files)('of %s set Chinese in full-width punctuation', (file) => {
    for (const [key, message] of entries('zh', file))
      for (const text of texts(message))
        expect(
          text.match(
            /[\p{Script=Han}}][,;:!?()](?=[\p{Script=Han}{]|$)|\p{Script=Han}\.(?:\s|$)/gu,
          ) ?? [],
          key,
        ).toEqual([]);
  });
});
