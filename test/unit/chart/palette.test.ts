import { differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt } from 'culori';
import { filterDeficiencyTrit, parse, wcagContrast } from 'culori';
import type { Color } from 'culori';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palette } from '../../../web/src/lib/chart/palette.ts';

const css = readFileSync(
  new URL('../../../web/src/lib/styles/tokens.css', import.meta.url),
  'utf8',
);

/** The custom properties of one rule that are colours. */
function tokens(selector: string): Record<string, string> {
  const body = css.slice(css.indexOf(`${selector} {`)).split('}')[0]!;
  return Object.fromEntries(
    [...body.matchAll(/--([a-z]+\d?): (#[\da-f]+);/g)].map((m) => [m[1], m[2]]),
  );
}
const long = (hex: string) => (hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex);

const sights: Record<string, (colour: Color) => Color> = {
  normal: (colour: Color) => colour,
  protan: filterDeficiencyProt(1),
  deutan: filterDeficiencyDeuter(1),
  tritan: filterDeficiencyTrit(1),
};
const difference = differenceCiede2000();

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const { series, ...roles } = palette[theme];

  it('is the one of the style sheet', () => {
    const selectors = {
      light: [':root'],
      dark: [":root:not([data-theme='light'])", ":root[data-theme='dark']"],
    }[theme];
    const named = {
      ...roles,
      ...Object.fromEntries(series.map((hex, index) => [`s${index}`, hex])),
    };
    for (const selector of selectors) {
      const found = Object.entries(tokens(selector)).map(([name, hex]) => [name, long(hex)]);
      expect(Object.fromEntries(found)).toEqual(named);
    }
  });

  it('stands out from its paper, words more than drawings', () => {
    for (const hex of series) expect(wcagContrast(hex, roles.paper)).toBeGreaterThanOrEqual(3);
    for (const hex of [roles.ink, roles.muted, roles.accent])
      for (const paper of [roles.paper, roles.raised])
        expect(wcagContrast(hex, paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(sights))('keeps series apart for %s sight', (_, see) => {
    const seen = series.map((hex) => see(parse(hex)!));
    for (const [index, one] of seen.entries())
      for (const other of seen.slice(index + 1))
        expect(difference(one, other)).toBeGreaterThanOrEqual(14);
  });
});
