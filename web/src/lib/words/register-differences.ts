import type {
  OrganisationContent,
  RecordContent,
  RegisterContent,
} from '$schema/staff/register.ts';
import type { Localised } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import { formatDay } from './dates.ts';
import type { Difference } from './differences.ts';
import { intlTag, type Locale } from './locale.ts';
import { formatNumber } from './numbers.ts';
import { listPartyDifferences } from './party-differences.ts';
import { countryName } from './register.ts';
import type { RegisterNames } from './register-names.ts';
import { straight, textOf } from './text.ts';

/** What a field says, by its path; nothing stands for what is not said. */
type Said = Map<string, string>;

/**
 * What differs between two states of one entry of the register, field by field, as a reader of the pages calls it; null
 * is that there is none.
 */
export function listRegisterDifferences(
  before: RegisterContent | null,
  after: RegisterContent | null,
  names: RegisterNames,
  locale: Locale,
): Difference[] {
  const [old, now] = [before, after].map((content) => tell(content, names, locale));
  const fields = [...new Set([...old!.keys(), ...now!.keys()])]
    .filter((path) => old!.get(path) !== now!.get(path))
    .map((path) => ({
      path,
      label: fieldLabel(path, locale),
      before: old!.get(path) ?? null,
      after: now!.get(path) ?? null,
    }));
  return [...fields, ...listPartyDifferences(partiesOf(before), partiesOf(after), names, locale)];
}

const isRecord = (content: RegisterContent): content is RecordContent => 'parties' in content;

const partiesOf = (content: RegisterContent | null) =>
  content !== null && isRecord(content) ? content.parties : [];

function fieldLabel(path: string, locale: Locale): string {
  const [field = '', language] = path.split('.');
  const name = m.rchg_field({ field }, { locale });
  if (language === undefined) return name;
  const called = new Intl.DisplayNames(intlTag(locale), { type: 'language' }).of(language);
  return m.rchg_field_language({ field: name, language: called ?? language }, { locale });
}

function tell(content: RegisterContent | null, names: RegisterNames, locale: Locale): Said {
  if (content === null) return new Map();
  const said = isRecord(content)
    ? tellRecord(content, names, locale)
    : tellOrganisation(content, locale);
  return new Map(said.filter((field): field is [string, string] => Boolean(field[1])));
}

type Fields = [path: string, text: string | null][];

const texts = (path: string, localised: Localised | null): Fields =>
  Object.entries(localised ?? {}).map(([language, text]) => [
    `${path}.${language}`,
    straight(text),
  ]);

function tellRecord(content: RecordContent, names: RegisterNames, locale: Locale): Fields {
  const { breakdown, member, partOf, source, date } = content;
  const part = textOf(names.members.get(`${breakdown}~${member}`), locale) || member;
  return [
    ['kind', m.record_kind({ kind: content.kind }, { locale })],
    ...texts('titles', content.titles),
    ['year', m.word_year({ year: String(content.year) }, { locale })],
    ['date', date && formatDay(date, locale)],
    ...texts('places', content.places),
    ['member', part],
    ['partOf', partOf && (textOf(names.records.get(partOf), locale) || partOf)],
    ['counted', content.counted ? m.rchg_yes({}, { locale }) : m.rchg_no({}, { locale })],
    ['stage', stageWords(content, locale)],
    ['value', money(content, locale)],
    ['openEnded', content.openEnded ? m.rchg_yes({}, { locale }) : null],
    ...texts('note', content.note),
    ['source', textOf(names.sources.get(source), locale) || source],
  ];
}

function stageWords({ stage, landedYear }: RecordContent, locale: Locale): string | null {
  if (stage === null) return null;
  const name = m.record_stage({ stage }, { locale });
  return landedYear === null
    ? name
    : m.record_stage_landed({ stage: name, year: landedYear }, { locale });
}

/** In full: a change of the decimals alone must be seen. */
const money = ({ value, currency }: RecordContent, locale: Locale): string | null =>
  value === null
    ? null
    : `${formatNumber(value, Number.isInteger(value) ? 0 : 2, locale)} ${currency ?? ''}`;

function tellOrganisation(content: OrganisationContent, locale: Locale): Fields {
  const { country, inferred } = content;
  return [
    ...texts('names', content.names),
    ['kind', m.organisation_kind({ kind: content.kind }, { locale })],
    ['country', country && countryName(country, locale)],
    ['website', content.website],
    [
      'inferred',
      inferred
        .map((what) => m.rchg_inferred({ what }, { locale }))
        .join(m.separator({}, { locale })),
    ],
  ];
}
