import type { LocalisedUnit } from '$schema/vocabulary.ts';
import { intlTag, type Locale } from './locale.ts';
import { straight } from './text.ts';

const rules = new Map<Locale, Intl.PluralRules>();

function pluralCategory(value: number, locale: Locale): string {
  let rule = rules.get(locale);
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(intlTag(locale))));
  return rule.select(value);
}

/** The unit in the form that goes with a number; in another language where it has no word in this one. */
export function unitFor(units: LocalisedUnit, value: number, locale: Locale): string {
  const forms: Record<string, string> | undefined = units[locale] ?? Object.values(units)[0];
  return straight(forms?.[pluralCategory(value, locale)] ?? forms?.other ?? '');
}

/** The unit as a heading, where it stands without a number. */
export function unitName(units: LocalisedUnit, locale: Locale): string {
  return straight((units[locale] ?? Object.values(units)[0])?.other ?? '');
}

/**
 * Whether the name of a metric already says what is counted ("Meetings held", unit "meetings";
 * "Agreements signed", unit "signings"): then a language may leave the unit out of a sentence.
 */
export function nameSaysUnit(name: string, unit: string): boolean {
  const stem = unit.trim().toLowerCase().slice(0, 4);
  return stem.length > 0 && name.toLowerCase().includes(stem);
}
