export interface LinearScale {
  min: number;
  max: number;
  /** Two to five values, ascending, from `min` to `max`, zero among them. */
  ticks: number[];
}

const steps = [1, 2, 2.5, 5];

/**
 * A scale from and to round numbers that covers the values and zero, with at most five ticks.
 * `whole`: no tick between whole numbers, for counts.
 */
export function niceScale(values: number[], whole: boolean): LinearScale {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  let high = Math.max(0, ...finite);
  if (high - low < 1e-9) high = 1;
  let power = Math.floor(Math.log10((high - low) / 4)) - 1;
  if (whole) power = Math.max(0, power);
  for (; ; power++)
    for (const unit of steps) {
      const step = unit * 10 ** power;
      if (whole && !Number.isInteger(step)) continue;
      const first = Math.floor(low / step + 1e-9);
      const last = Math.ceil(high / step - 1e-9);
      if (last - first > 4) continue;
      const at = (index: number) => Number((index * step).toPrecision(12));
      const ticks = Array.from({ length: last - first + 1 }, (_, index) => at(first + index));
      return { min: ticks[0]!, max: ticks.at(-1)!, ticks };
    }
}

/** To half a pixel: sharp enough to print, and short in bytes. */
export const half = (value: number): number => Math.round(value * 2) / 2;
