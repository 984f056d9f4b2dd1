import type { RegisterCounts } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from './locale.ts';

export const changeWays = ['added', 'changed', 'withdrawn'] as const;
export type ChangeWay = (typeof changeWays)[number];

/** Which way a release or a draft changed an entry; null: it was not, or will not be, public. */
export const wayOf = ({ before, after }: { before: unknown; after: unknown }): ChangeWay =>
  before === null ? 'added' : after === null ? 'withdrawn' : 'changed';

/** How far the API counts: where there is more than it counted, such a number is a lower bound. */
const COUNTED = 1000;

/** How much of the register a release added, changed and withdrew, each in words; what is none is left out. */
export const registerCountsInWords = (counts: RegisterCounts, locale: Locale): string[] =>
  (['records', 'organisations'] as const).flatMap((what) =>
    changeWays.flatMap((way) => {
      const count = counts[what][way];
      if (count === 0) return [];
      const text = m.rchg_count({ way, what, count }, { locale });
      return counts.more && count >= COUNTED ? [m.rchg_at_least({ text }, { locale })] : [text];
    }),
  );
