import type { CellContent } from '../../schema/staff/words.ts';
import type { Figure } from '../../schema/staff/checks.ts';
import type { Localised } from '../../schema/vocabulary.ts';
import { returnSource } from '../figures/as-published.ts';
import type { Reading } from './readings.ts';

type Content = Exclude<CellContent, { withdrawn: true }>;

/**
 * What a figure will be once a reading is taken over. Of what the file does not speak a figure keeps what it has while
 * its value stays; a new value starts anew: an old source or note may not hold for it.
 * @param present the figure as it is; null: there is none
 */
export function toContent(reading: Reading, present: Figure | null): Content {
  const { value, year } = reading;
  const stays =
    present !== null &&
    present.value === value &&
    (value === null || (reading.qualifier ?? present.qualifier) === present.qualifier);
  const kept = stays ? present : null;
  const source = reading.source === undefined ? (kept?.source ?? null) : reading.source;
  return {
    value,
    qualifier:
      (value === null ? kept?.qualifier : (reading.qualifier ?? kept?.qualifier)) ?? 'exact',
    status: value === null ? 'O' : (reading.status ?? kept?.status ?? 'A'),
    source: source === returnSource(year) ? null : source,
    note: mergeNote(reading.note, kept?.note ?? null),
  };
}

/** The figure as it is, in the terms of {@link toContent}. */
export const asContent = (
  year: number,
  { value, qualifier, status, source, note }: Figure,
): Content => ({
  value,
  qualifier,
  status,
  source: source === returnSource(year) ? null : source,
  note,
});

const isSame = (a: string | undefined, b: string) => a?.replace(/\r\n?/g, '\n').trim() === b;

function mergeNote(said: Reading['note'], kept: Localised | null): Localised | null {
  const note = { ...kept };
  for (const [language, text] of Object.entries(said)) {
    if (text === null) delete note[language];
    // Line ends that a file cannot carry are no change.
    else if (!isSame(kept?.[language], text)) note[language] = text;
  }
  return Object.keys(note).length > 0 ? note : null;
}
