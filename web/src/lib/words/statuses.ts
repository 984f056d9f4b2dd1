import type { ChangeReason, Qualifier, SourceKind, Status } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from './locale.ts';

/** "provisional"; `初步数`. */
export function statusName(status: Status, locale: Locale): string {
  return m.word_status({ status }, { locale });
}

export function qualifierName(qualifier: Qualifier, locale: Locale): string {
  return m.word_qualifier({ qualifier }, { locale });
}

/** What a source is: "press report"; a sample is said to be no source at all. */
export function sourceKindName(kind: SourceKind, locale: Locale): string {
  return m.word_source_kind({ kind }, { locale });
}

/** Why a release, or a version of a figure, was published. */
export function changeReasonName(reason: ChangeReason, locale: Locale): string {
  return m.word_change_reason({ reason }, { locale });
}
