import { expect, it } from 'vitest';
import { otherNames } from '../../../web/src/lib/words/register.ts';

it('the other names of an organisation turn nothing that stands behind them', () => {
  const organisation = {
    ...{ id: 'a', kind: 'company' as const, country: null, website: null, inferred: [] },
    ...{ names: { en: '\u202eBody', zh: '\u2067机构' }, sample: false },
  };
  expect(otherNames(organisation, 'en')).toEqual([['zh', '机构']]);
});
