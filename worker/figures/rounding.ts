/**
 * Removes the dirt of binary arithmetic (0.1 + 0.2) from a sum or difference of values that have
 * `decimals` decimal places. Never gives -0.
 */
export function roundValue(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

/** Percentages are kept to a millionth of a per cent, so that the display is what rounds, once. */
export function roundPercent(value: number): number {
  return roundValue(value, 6);
}
