import type { Localised } from '../../schema/vocabulary.ts';

/** One row of a table: what is the same in every language, and texts in each. */
export interface Row {
  values: Record<string, string | number | boolean | null>;
  texts: Record<string, Localised | null>;
}

export const only = (values: Row['values'], texts: Row['texts'] = {}): Row => ({ values, texts });
