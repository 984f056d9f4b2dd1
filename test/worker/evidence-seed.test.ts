import { beforeAll, describe, expect, it } from 'vitest';
import type { Metric, ReleaseRef } from '../../schema/answers.ts';
import type {
  Comparison,
  ComparisonsAnswer,
  EvidenceAnswer,
  RecordsAnswer,
  RegisterRecord,
} from '../../schema/register/answers.ts';
import { NOT_BROKEN_DOWN } from '../../schema/vocabulary.ts';
import { evidenceSentence } from '../../web/src/lib/words/evidence.ts';
import { prepareRecord, read } from './record.ts';

beforeAll(() => prepareRecord('samples'));

/** The numbers of a sentence, each once. */
const numbersIn = (text: string): Set<number> =>
  new Set(
    (text.replace('The one reported', '1').match(/\d[\d,]*/g) ?? []).map((number) =>
      Number(number.replaceAll(',', '')),
    ),
  );

/** What has to be said: how many the register has, how many were reported, and by how much they differ. */
function numbersOf({ figure, counted, relation, difference }: Comparison): Set<number> {
  if (relation === 'sample' || relation === 'no_figure') return new Set(counted ? [counted] : []);
  return new Set([counted, figure!.value!, difference === 0 ? counted : difference!]);
}

/** How many of a record a metric counts, by its definition: signings are parties, all others records. */
const weigh = (metric: string, { parties }: RegisterRecord): number =>
  metric === 'agreements-signed' ? parties.filter(({ role }) => role === 'counterparty').length : 1;

describe.each(['include', 'exclude'])('every figure of a counting metric, sample=%s', (sample) => {
  it('is what the register counts, or is said to differ, by how much, in every release', async () => {
    const { releases } = await read<{ releases: ReleaseRef[] }>('/api/v1/releases');
    let figures = 0;
    for (const { n } of releases) {
      const at = `release=${n}&sample=${sample}`;
      const { metrics } = await read<{ metrics: Metric[] }>(`/api/v1/metrics?${at}`);
      const { records, next } = await read<RecordsAnswer>(`/api/v1/records?${at}&limit=100`);
      expect(next).toBeNull();
      for (const { id, records: kind } of metrics.filter((metric) => metric.records)) {
        const found = await read<ComparisonsAnswer>(`/api/v1/metrics/${id}/register?${at}`);
        for (const one of found.comparisons) {
          const { year, member, figure, counted, relation } = one;
          const cell = `${id} ${year} ${member} release ${n}`;
          if (member !== NOT_BROKEN_DOWN) {
            const own = records.filter(
              (record) =>
                record.counted &&
                record.kind === kind &&
                (id === 'projects-landed' ? record.landedYear : record.year) === year &&
                (member === null || record.member === member),
            );
            expect(counted, cell).toBe(own.reduce((sum, record) => sum + weigh(id, record), 0));
          }
          if (figure && figure.value !== null && !figure.sample) {
            figures += 1;
            expect(relation === 'equal', cell).toBe(figure.value === counted);
          }
          for (const locale of ['zh', 'en'] as const)
            expect(numbersIn(evidenceSentence(one, locale)), cell).toEqual(numbersOf(one));
        }
      }
    }
    expect(figures).toBeGreaterThan(30);
  });
});

it('says the same beside the records of one figure', async () => {
  for (const id of ['meetings-held', 'agreements-signed', 'projects-signed']) {
    const { comparisons } = await read<ComparisonsAnswer>(`/api/v1/metrics/${id}/register`);
    const telling = comparisons.filter(({ figure, counted }) => counted || !figure?.sample);
    expect(telling.length).toBeGreaterThan(0);
    for (const one of telling.filter(({ year }) => year > 2021)) {
      const { year, member, counted } = one;
      const asked = `year=${year}${member === null ? '' : `&member=${member}`}`;
      const found = await read<EvidenceAnswer>(`/api/v1/metrics/${id}/records?${asked}`);
      expect(found, asked).toMatchObject(one);
      const listed = found.records.reduce((sum, record) => sum + weigh(id, record), 0);
      expect(listed, asked).toBe(counted);
    }
  }
});
