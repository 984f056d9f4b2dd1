import type { RegisterCounts, ReleaseRef } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from './locale.ts';
import { registerCountsInWords } from './register-counts.ts';
import { changeReasonName } from './statuses.ts';
import { textOf } from './text.ts';

export interface Counts {
  added: number;
  changed: number;
  withdrawn: number;
}

/** How many figures a release added, changed and withdrew, each in words; what is none is left out. */
export function countsInWords({ added, changed, withdrawn }: Counts, locale: Locale): string[] {
  return [
    added > 0 && m.count_added({ count: added }, { locale }),
    changed > 0 && m.count_changed({ count: changed }, { locale }),
    withdrawn > 0 && m.count_withdrawn({ count: withdrawn }, { locale }),
  ].filter((text) => text !== false);
}

/** A release in one paragraph: why, what it changed, its note, and whether one person alone published it. */
export function releaseInWords(
  release: Pick<ReleaseRef, 'reason' | 'notes' | 'onePerson'> & {
    changes?: Counts;
    register?: RegisterCounts;
  },
  locale: Locale,
): string {
  const counts = release.changes ? countsInWords(release.changes, locale) : [];
  const register = release.register ? registerCountsInWords(release.register, locale) : [];
  const facts = [changeReasonName(release.reason, locale), ...counts, ...register].join(' · ');
  const note = textOf(release.notes, locale);
  const alone = release.onePerson ? m.release_one_person({}, { locale }) : '';
  return [facts, note, alone].filter((text) => text !== '').join(' — ');
}
