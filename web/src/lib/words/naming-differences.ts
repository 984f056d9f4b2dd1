import type { RegisterRecord } from '$schema/register/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Difference } from './differences.ts';
import type { Locale } from './locale.ts';
import { countryName } from './register.ts';
import { textOf } from './text.ts';

type Body = NonNullable<RegisterRecord['parties'][number]['organisation']>;

/** The organisations that two versions of a record both name, and that were called otherwise between them. */
export function listNamingDifferences(
  before: RegisterRecord,
  after: RegisterRecord,
  locale: Locale,
): Difference[] {
  const old = new Map(bodiesOf(before).map((body) => [body.id, body]));
  const label = m.rchg_field({ field: 'organisation' }, { locale });
  const renamed = bodiesOf(after).flatMap((now) => {
    const was = old.get(now.id);
    if (!was || keyOf(was) === keyOf(now)) return [];
    const path = `organisations.${now.id}`;
    return [{ path, label, before: called(was, locale), after: called(now, locale) }];
  });
  return [...new Map(renamed.map((one) => [one.path, one])).values()];
}

const bodiesOf = ({ parties }: RegisterRecord): Body[] =>
  parties.flatMap(({ organisation }) => organisation ?? []);

const keyOf = ({ names, country }: Body): string =>
  JSON.stringify([Object.entries(names).toSorted(), country]);

/** By all of its names: the one that changed may be in another language than the reader's. */
function called({ names, country }: Body, locale: Locale): string {
  const own = textOf(names, locale);
  const others = Object.values(names).filter((name) => name !== '' && name !== own);
  const parts = [own, ...others, ...(country === null ? [] : [countryName(country, locale)])];
  return parts.join(m.word_separator({}, { locale }));
}
