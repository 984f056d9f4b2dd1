import type { Locale } from '$lib/paraglide/runtime.js';
import { textOf } from '$lib/words/text.ts';
import { statusName } from '$lib/words/statuses.ts';
import { valueShort } from '$lib/words/values.ts';
import type { ImportAnswer, WrongRow } from '$schema/staff/imports.ts';
import * as m from '$messages';
import { tellProblem } from '../problem.ts';
import type { Countable } from './catalogue.ts';
import type { ImportDesk } from './desk.svelte.ts';
import type { Wrong } from './wrong-csv.ts';

/** Codes that the import has words of its own for. */
const refusals = [
  'too_large',
  'file_empty',
  'file_no_rows',
  'file_too_many_rows',
  'file_too_many_columns',
  'file_too_many_figures',
  'file_too_many_records',
  'file_no_records',
  'file_encoding',
  'file_quotes',
  'file_not_a_table',
  'file_old_excel',
  'file_password',
  'file_damaged',
  'file_unpacks_too_large',
  'sheet_unknown',
  'mapping_unfit',
  'not_allowed',
] as const;

/** What went wrong with a file, and what to do. */
export function failureWords(failure: ImportDesk['failure'], locale: Locale): string {
  const code = refusals.find((refusal) => refusal === failure?.code);
  if (!code) return tellProblem(failure ?? null, locale);
  return m.import_refusal({ code, row: String(failure?.row ?? '') }, { locale });
}

/** The wrong rows of figures as they are shown. */
export const tellWrong = (wrong: readonly WrongRow[], locale: Locale): Wrong[] =>
  wrong.map(({ row, column, value, code }) => ({
    ...{ row, column: column ?? '', value },
    reason: m.import_problem({ code }, { locale }),
  }));

type Place = Pick<ImportAnswer['added'][number], 'metric' | 'member' | 'year'>;
type Content = ImportAnswer['changed'][number]['before'];

/** "Agreements signed, Biomedicine, 2024". */
export function figureName(
  place: Place,
  { metrics, breakdowns }: Countable,
  locale: Locale,
): string {
  const metric = metrics.find(({ id }) => id === place.metric);
  const member = breakdowns
    .find(({ id }) => id === metric?.breakdown)
    ?.members.find(({ id }) => id === place.member);
  return m.import_figure_name(
    {
      metric: textOf(metric?.names, locale) || place.metric,
      member:
        place.member === ''
          ? m.import_total({}, { locale })
          : textOf(member?.names, locale) || place.member,
      year: String(place.year),
    },
    { locale },
  );
}

/** "≥17 · estimated (note: …)". */
export function contentWords(
  content: Content,
  { metric }: Pick<Place, 'metric'>,
  { metrics, sources }: Countable,
  locale: Locale,
): string {
  const note = textOf(content.note, locale);
  if ('withdrawn' in content && content.withdrawn) return m.import_withdrawn({}, { locale });
  const { status, source } = content;
  const decimals = metrics.find(({ id }) => id === metric)?.decimals ?? 0;
  const titles = sources.find(({ id }) => id === source)?.titles;
  const text = [
    valueShort(content, decimals, locale),
    status === 'A' || status === 'O' ? '' : statusName(status, locale),
    source === null ? '' : textOf(titles, locale) || source,
  ]
    .filter(Boolean)
    .join(' · ');
  return note ? m.import_and_note({ text, note }, { locale }) : text;
}
