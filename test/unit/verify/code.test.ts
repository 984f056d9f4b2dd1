import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCode, readCode, writeCode, type Coded } from '../../../schema/verify/code.ts';
import { numberToView, viewToNumber, VIEWS, type CodedView } from '../../../schema/verify/view.ts';

const secret = 'only-for-tests-ABCDEFGHIJKLMNOPQRSTUVWXYZ-01';
const other = 'only-for-tests-ABCDEFGHIJKLMNOPQRSTUVWXYZ-02';
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const coded = fc.record<Coded>({
  release: fc.integer({ min: 1, max: 16_383 }),
  view: fc.integer({ min: 0, max: VIEWS - 1 }).map((number) => numberToView(number)!),
  fingerprint: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
});

const chart: CodedView = {
  kind: 'chart',
  by: 'members',
  show: 'share',
  lines: false,
  from: 2018,
  to: 2024,
  sample: 'include',
};

describe('a view as a number', () => {
  it('comes back as it was, for every number that fits into 20 bits', () => {
    for (let number = 0; number < VIEWS; number++) {
      const view = numberToView(number)!;
      if (viewToNumber(view) !== number) expect.fail(`${number} is ${JSON.stringify(view)}`);
    }
    expect(VIEWS).toBeLessThanOrEqual(2 ** 20);
    for (const number of [VIEWS, -1, 0.5]) expect(numberToView(number)).toBeNull();
  });

  it('never changes: codes are printed', () => {
    expect(viewToNumber(chart)).toBe(141_640);
    expect(viewToNumber({ kind: 'year', year: 2024, sample: 'exclude' })).toBe(818_367);
  });

  it('is none for what no code can name', () => {
    for (const change of [{ from: 1899 }, { to: 2201 }, { from: 2025 }, { by: 'total' }] as const)
      expect(viewToNumber({ ...chart, ...change })).toBeNull();
  });
});

describe('a code', () => {
  it('reads back what it was written from, however it is typed', async () => {
    await fc.assert(
      fc.asyncProperty(coded, async (one) => {
        const code = (await writeCode(secret, one))!;
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
        const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        const wide = code.replace(/[^-]/g, (s) => String.fromCharCode(s.charCodeAt(0) + 0xfee0));
        for (const text of [code, plainCode(code), typed, ` ${code.replaceAll('-', ' – ')}`, wide])
          expect(await readCode(secret, text)).toEqual(one);
        expect(await readCode(other, code)).toBeNull();
      }),
    );
  });

  it('is refused with any one symbol changed, left out, doubled or swapped', async () => {
    await fc.assert(
      fc.asyncProperty(coded, fc.nat(31), async (one, by) => {
        const code = plainCode((await writeCode(secret, one))!);
        for (let at = 0; at < code.length; at++) {
          const [before, after] = [code.slice(0, at), code.slice(at + 1)];
          const changed = symbols[(symbols.indexOf(code[at]!) + (by || 1)) % 32]!;
          const forged = [
            before + changed + after,
            before + after,
            before + code[at]! + code[at]! + after,
          ];
          if (after && after[0] !== code[at])
            forged.push(before + after[0] + code[at] + after.slice(1));
          for (const text of forged)
            expect([text, await readCode(secret, text)]).toEqual([text, null]);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('is an address also where a sign is cut in two', () => {
    expect(encodeURIComponent(plainCode(`${'-'.repeat(99)}😀`))).toMatch(/%EF%BF%BD$/);
  });

  it('is refused with each of the 31 other symbols in each place', async () => {
    const one = { release: 4, view: chart, fingerprint: 1_234_567 };
    const code = plainCode((await writeCode(secret, one))!);
    const forged = [...code].flatMap((own, at) =>
      [...symbols].flatMap((symbol) =>
        symbol === own ? [] : [code.slice(0, at) + symbol + code.slice(at + 1)],
      ),
    );
    expect(forged).toHaveLength(24 * 31);
    const read = await Promise.all(forged.map((text) => readCode(secret, text)));
    expect(read.filter((found) => found !== null)).toEqual([]);
  });

  it('is refused when it says something else under the same seal', async () => {
    const one = { release: 4, view: chart, fingerprint: 7 };
    const sealed = plainCode((await writeCode(secret, one))!).slice(12);
    for (const change of [{ release: 3 }, { fingerprint: 8 }, { view: { ...chart, to: 2023 } }]) {
      const said = plainCode((await writeCode(secret, { ...one, ...change }))!).slice(0, 12);
      expect(await readCode(secret, said + sealed)).toBeNull();
    }
  });

  it('is refused when it is anything else', async () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{24}$/));
    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        expect(await readCode(secret, any)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('is not written for a release or years it has no room for', async () => {
    for (const release of [0, 16_384])
      expect(await writeCode(secret, { release, view: chart, fingerprint: 0 })).toBeNull();
  });

  it('never changes: codes are printed', async () => {
    const code = await writeCode(secret, { release: 4, view: chart, fingerprint: 1_234_567 });
    expect(code).toMatchInlineSnapshot(`"0022-5541-5NM7-0JCH-FNFZ-4PN1"`);
  });
});
