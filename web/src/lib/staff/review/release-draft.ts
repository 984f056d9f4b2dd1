import type { PublishBody } from '$schema/staff/releases.ts';
import { instantOf } from '$lib/words/zoned-time.ts';

/** What the form of a release holds. */
export interface ReleaseDraft {
  reason: PublishBody['reason'] | '';
  zh: string;
  en: string;
  when: 'now' | 'later';
  /** Of a field of type datetime-local, in the centre's time zone. */
  time: string;
}

export const emptyDraft: ReleaseDraft = { reason: '', zh: '', en: '', when: 'now', time: '' };

export type DraftField = 'reason' | 'notes' | 'time';

/** Which fields keep a release from being published. @param now ms since 1970 */
export function findFaults(draft: ReleaseDraft, timeZone: string, now: number): DraftField[] {
  const at = draft.when === 'later' ? instantOf(draft.time, timeZone) : null;
  const isLate = draft.when === 'later' && (at === null || Date.parse(at) <= now);
  return [
    ...(draft.reason === '' ? ['reason' as const] : []),
    ...(draft.zh.trim() === '' && draft.en.trim() === '' ? ['notes' as const] : []),
    ...(isLate ? ['time' as const] : []),
  ];
}

/** The release as the server takes it; null while something is missing. */
export function toBody(
  draft: ReleaseDraft,
  years: PublishBody['years'],
  timeZone: string,
): PublishBody | null {
  const { reason, when, time } = draft;
  if (reason === '') return null;
  const texts = Object.entries({ zh: draft.zh.trim(), en: draft.en.trim() });
  const notes = Object.fromEntries(texts.filter(([, text]) => text !== ''));
  const publishAt = when === 'later' ? instantOf(time, timeZone) : null;
  return { years, reason, notes, publishAt };
}
