import type { Localised } from '../../vocabulary.ts';
import type { CatalogueChange, RefusedField } from './refusals.ts';

/** The languages that every text of the catalogue is asked for in. */
export const askedLanguages = ['zh', 'en'] as const;

/** What a row says of itself, looked at alone: texts in every language that is asked for, numbers that can be. */
export function checkContent({ kind, content }: CatalogueChange): RefusedField[] {
  if (content === null) return [];
  switch (kind) {
    case 'group':
    case 'breakdown':
    case 'member':
      return missingTexts('names', content.names);
    case 'metric':
      return [
        ...missingTexts('names', content.names),
        ...missingTexts('definitions', content.definitions),
        ...askedLanguages
          .filter((language) => isBlank(content.units[language]?.other))
          .map((language) => missing(`units.${language}.other`)),
      ];
    case 'break':
      return missingTexts('reasons', content.reasons);
    case 'source':
      return [...missingTexts('titles', content.titles), ...checkAddress(content.url)];
    case 'target':
      return checkTarget(content.value);
    case 'count':
      return content.landed && content.kind !== 'project'
        ? [{ field: 'landed', refusal: 'landed_of_projects' }]
        : [];
  }
}

function checkTarget(value: number): RefusedField[] {
  if (!Number.isFinite(value)) return [{ field: 'value', refusal: 'not_a_number' }];
  return value < 0 ? [{ field: 'value', refusal: 'negative' }] : [];
}

const checkAddress = (url: string | null): RefusedField[] =>
  url === null || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
    ? []
    : [{ field: 'url', refusal: 'bad_address' }];

const missing = (field: string): RefusedField => ({ field, refusal: 'text_missing' });
const isBlank = (text: string | undefined): boolean => !text?.trim();

const missingTexts = (field: string, texts: Localised): RefusedField[] =>
  askedLanguages
    .filter((language) => isBlank(texts[language]))
    .map((language) => missing(`${field}.${language}`));
