import type { CellValues } from './read-cells.ts';
import { oneLine } from './read-cells.ts';
import type { Localised } from '../../../schema/vocabulary.ts';

/** Columns that hold a text in both languages: `title` has `title_zh` and `title_en`. */
type Texts = 'title' | 'place' | 'person' | 'position' | 'note';

export const languages = ['zh', 'en'] as const;

/**
 * A text with what a file says of it. Languages that the file does not speak of stay, and what only line ends and
 * blanks tell apart, which files lose.
 * @param clears whether an empty cell takes the text away
 */
export function mergeTexts(
  values: CellValues,
  of: Texts,
  present: Localised | null,
  clears: boolean,
): Localised | null {
  const texts = { ...present };
  for (const language of languages) {
    const said = values[`${of}_${language}`];
    if (said === null && clears) delete texts[language];
    if (!said || oneLine(said) === oneLine(texts[language] ?? '')) continue;
    texts[language] = said;
  }
  return Object.keys(texts).length > 0 ? texts : null;
}

/** Whether two texts are the same in the languages of a file. */
export const isSameText = (a: Localised | null, b: Localised | null): boolean =>
  languages.every((language) => oneLine(a?.[language] ?? '') === oneLine(b?.[language] ?? ''));
