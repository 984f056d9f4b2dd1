import { describe, expect, it } from 'vitest';
import { markMeanings, markSigns, words } from '../../../worker/files/words.ts';
import { fileLanguages } from '../../../schema/dataset/languages.ts';
import * as m from '../../../web/src/lib/paraglide/messages.js';
import { locales } from '../../../web/src/lib/paraglide/runtime.js';
import { markLabel, markName, markSign } from '../../../web/src/lib/words/marks.ts';

describe('the words of the files that the API writes', () => {
  it('are in the languages of the pages', () => {
    expect([...fileLanguages].sort()).toEqual([...locales].sort());
  });

  it.each(fileLanguages)('say of marks what the pages say: %s', (locale) => {
    for (const mark of ['P', 'E', 'sample', 'year_to_date'] as const) {
      expect(markSigns[mark][locale]).toBe(markSign(mark, locale));
      expect(markMeanings[mark][locale]).toBe(
        `${markSign(mark, locale)}  ${markLabel(mark, locale)}`,
      );
    }
    expect(markMeanings.at_least[locale]).toBe(markLabel('at_least', locale));
    for (const mark of ['at_least', 'about', 'P', 'E', 'year_to_date'] as const)
      expect(words[mark][locale]).toBe(markName(mark, locale));
    expect(words.sample_mark[locale]).toBe(markName('sample', locale));
    expect(words.no_figure[locale]).toBe(markName('missing', locale));
  });

  it.each(fileLanguages)('name the total and what is left as the pages do: %s', (locale) => {
    expect(words.total[locale]).toBe(m.chart_total({}, { locale }));
    expect(words.rest[locale]).toBe(m.chart_not_broken_down({}, { locale }));
    expect(words.retired[locale]).toBe(m.chart_retired({}, { locale }));
    expect(words.not_known[locale]).toBe(m.chart_rest_unknown({}, { locale }));
    expect(words.A[locale]).toBe(m.chart_file_normal({}, { locale }));
  });
});
