import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellContent } from '../../../schema/staff/words.ts';
import { qualifiers, TOTAL } from '../../../schema/vocabulary.ts';
import {
  planPublication,
  type Publication,
  type PublicFigure,
} from '../../../worker/figures/publication.ts';
import { isPublicAt, type FigureRow } from '../../../worker/figures/rows.ts';
import { makeRow } from './fixtures.ts';

const n = 4;
type Said = Exclude<CellContent, { withdrawn: true }>;

const says = (value: number | null, changes: Partial<Said> = {}): Said => ({
  value,
  qualifier: 'exact',
  status: value === null ? 'O' : 'A',
  source: 'report',
  note: null,
  ...changes,
});

const publication = (changes: Partial<Publication>): Publication => ({
  n,
  reason: 'late_data',
  years: [],
  drafts: [],
  figures: [],
  targets: [],
  closedYears: [],
  sources: ['report'],
  centre: { zh: '中心', en: 'The Center' },
  day: '2026-03-01',
  ...changes,
});

/** The draft of a cell of agreements-signed in 2024. */
const draft = (member: string, content: CellContent | null, year = 2024) => ({
  metric: 'agreements-signed',
  year,
  member,
  content,
});

/** What becomes of the rows when the windows close and open. */
function apply(rows: FigureRow[], { close, open }: { close: PublicFigure[]; open: FigureRow[] }) {
  const closed = rows.map((row) => (close.includes(row) ? { ...row, lastRelease: n - 1 } : row));
  return [...closed, ...open];
}

/** The figures that a release says, by cell, without when they came. */
const readAt = (rows: FigureRow[], release: number) =>
  new Map(
    rows
      .filter((row) => isPublicAt(row, release))
      .map((row) => [
        `${row.metric}~${row.year}~${row.member}`,
        { value: row.value, status: row.status, source: row.source, sample: row.sample },
      ]),
  );

describe('planPublication', () => {
  const cells = fc.record({
    metric: fc.constantFrom('meetings-held', 'agreements-signed'),
    year: fc.constantFrom(2023, 2024),
    member: fc.constantFrom(TOTAL, 'transfer', 'biomedicine'),
  });
  const keyOf = (of: { metric: string; year: number; member: string }) =>
    `${of.metric}~${of.year}~${of.member}`;
  const values = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
  const contents: fc.Arbitrary<CellContent | null> = fc.oneof(
    fc.record({ value: values, qualifier: fc.constantFrom(...qualifiers) }).map((of) => ({
      ...says(of.value),
      qualifier: of.qualifier,
    })),
    fc.constant({ withdrawn: true as const, note: null }),
    fc.constant(null),
  );
  const drafts = fc.uniqueArray(
    fc.tuple(cells, contents).map(([cell, content]) => ({ ...cell, content })),
    { selector: keyOf, maxLength: 12 },
  );
  // By metric and year either sample or sourced, as the record always is.
  const published = fc
    .tuple(
      fc.uniqueArray(fc.tuple(cells, values), { selector: ([cell]) => keyOf(cell) }),
      fc.func(fc.boolean()),
    )
    .map(([rows, isSample]) =>
      rows.map(([cell, value]) =>
        makeRow({ ...cell, value, sample: isSample(cell.metric, cell.year) }),
      ),
    );

  it('makes the record what the drafts say over what was public, and leaves what was public as it was', () => {
    fc.assert(
      fc.property(published, drafts, (rows, said) => {
        const { figures } = planPublication(publication({ figures: rows, drafts: said }));
        const after = apply(rows, figures);
        expect(readAt(after, n - 1)).toEqual(readAt(rows, n - 1));

        const expected = readAt(rows, n);
        for (const one of said) {
          const { content } = one;
          if (content === null) continue;
          expected.delete(keyOf(one));
          if (content.withdrawn) continue;
          const { value, status } = content;
          expected.set(keyOf(one), { value, status, source: 'report', sample: false });
          for (const row of rows)
            if (row.sample && row.metric === one.metric && row.year === one.year)
              if (expected.get(keyOf(row))?.sample) expected.delete(keyOf(row));
        }
        expect(readAt(after, n)).toEqual(expected);
        // One row at most is public for a cell: no key is there twice.
        expect(after.filter((row) => isPublicAt(row, n)).length).toBe(expected.size);
      }),
    );
  });

  it('changes nothing where the draft says what is public', () => {
    const row = makeRow({ value: 12, note: { zh: '约', en: 'about' } });
    const same = draft(TOTAL, says(12, { note: { en: 'about', zh: '约' } }));
    const { figures } = planPublication(publication({ figures: [row], drafts: [same] }));
    expect(figures).toEqual({ close: [], open: [] });
  });

  it('takes all sample figures and the sample target of a metric and year out when one has a source', () => {
    const rows = ['transfer', 'biomedicine'].map((member) => makeRow({ member, sample: true }));
    const other = makeRow({ member: 'transfer', year: 2023, sample: true });
    const targets = [2024, 2023].map((year) => ({
      metric: 'agreements-signed',
      year,
      sample: true,
    }));
    const planned = planPublication(
      publication({ figures: [...rows, other], targets, drafts: [draft('transfer', says(1))] }),
    );
    expect(planned.figures.close).toEqual(rows);
    expect(planned.figures.open).toMatchObject([{ member: 'transfer', value: 1, sample: false }]);
    expect(planned.targets.close).toEqual([targets[0]]);
  });

  it('rests a figure without a source on its return, which it names once', () => {
    const drafts = [
      draft('transfer', says(3, { source: null })),
      draft('biomedicine', says(2, { source: null })),
      draft('transfer', says(1, { source: null }), 2023),
    ];
    const planned = planPublication(publication({ drafts, sources: ['report', 'return-2023'] }));
    expect(planned.figures.open.map((row) => row.source)).toEqual([
      'return-2024',
      'return-2024',
      'return-2023',
    ]);
    expect(planned.sources.open).toEqual([
      {
        id: 'return-2024',
        firstRelease: n,
        lastRelease: null,
        kind: 'register',
        titles: { zh: '2024年度报表', en: 'Return for 2024' },
        publisher: { zh: '中心', en: 'The Center' },
        publishedOn: '2026-03-01',
        url: null,
      },
    ]);
  });

  it('gives each figure the reason of the release, and its years their end', () => {
    const planned = planPublication(
      publication({
        years: [
          { year: 2022, complete: true },
          { year: 2023, complete: true },
          { year: 2024, complete: false },
        ],
        closedYears: [2022, 2024],
        drafts: [draft(TOTAL, says(5))],
      }),
    );
    expect(planned.figures.open[0]?.reason).toBe('late_data');
    expect(planned.closedYears).toEqual({ close: [2024], open: [2023] });
  });
});
