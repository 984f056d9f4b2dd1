import { niceScale } from '../../scale.ts';
import { emWidth } from '../../text-width.ts';
import type { ChartModel } from '../../types.ts';
import type { ChartColumn } from './chart-columns.ts';
import { letters } from './chart-labels.ts';
import { slotOf, type ChartFrame } from './label-choice.ts';
import { lineOf, muted, noLine, rule } from './paint.ts';

/** Years and values: the ids by which what is drawn names its axes. */
export const axisIds = '<c:axId val="111111111"/><c:axId val="222222222"/>';

/** The lowest and highest ends of what is drawn, stacks included. */
function extremes({ kind, years }: ChartModel, columns: ChartColumn[]): number[] {
  const drawn = columns.filter(({ role }) => role === 'drawn');
  const others = columns.filter(({ role }) => role !== 'drawn');
  const alone = (kind === 'stacked' ? others : columns).flatMap(({ values }) =>
    values.flatMap((value) => value ?? []),
  );
  if (kind !== 'stacked') return alone;
  const stacks = years.flatMap((_, i) => {
    const values = drawn.map(({ values }) => values[i] ?? 0);
    const sum = (sign: number) => values.reduce((all, v) => (v * sign > 0 ? all + v : all), 0);
    return [sum(-1), sum(1)];
  });
  return [...alone, ...stacks];
}

/** Zero is on the axis, always. Beyond it the program finds the ends, also for numbers edited later. */
function scaling(low: number, high: number, isShare: boolean): string {
  const max = isShare ? '<c:max val="100"/>' : high <= 0 && low < 0 ? '<c:max val="0"/>' : '';
  const min = low >= 0 ? '<c:min val="0"/>' : '';
  return `<c:scaling><c:orientation val="minMax"/>${max}${min}</c:scaling>`;
}

/** The axis of years, with the years at its foot also where bars go down, and that of values. */
export function writeAxes(model: ChartModel, columns: ChartColumn[], frame: ChartFrame): string {
  const { show, kind, decimals } = model;
  const found = extremes(model, columns);
  const isShare = show === 'share';
  const isStackOfShares = isShare && kind === 'stacked';
  const { ticks } = niceScale(isStackOfShares ? [100] : found, decimals === 0 && !isShare);
  const step = Number(((ticks[1] ?? 1) - ticks[0]!).toPrecision(12));
  const places = /\.(\d+)$/.exec(String(step))?.[1]?.length ?? 0;
  const fraction = places ? `.${'0'.repeat(places)}` : '';
  const number = isShare ? `0${fraction}"%"` : `#,##0${fraction};"\u2212"#,##0${fraction}`;
  const format = number.replaceAll('"', '&quot;');

  const { fontSize } = frame;
  const slot = slotOf(model, frame);
  // Years that would touch stand upright: not every program leaves some out.
  const upright = emWidth('0000') * fontSize + 2 > slot;
  const every = upright ? Math.max(1, Math.ceil((fontSize * 1.2) / slot)) : 1;
  const words = letters({ size: fontSize, quiet: true });
  const years = letters({ size: fontSize, quiet: true, upright });
  return [
    `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${lineOf(0.75, muted)}</c:spPr>${years}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="${every}"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="222222222"/>${scaling(Math.min(0, ...found), Math.max(0, ...found), isStackOfShares)}<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>${lineOf(0.5, rule)}</c:spPr></c:majorGridlines><c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${noLine}</c:spPr>${words}<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="${step}"/></c:valAx>`,
  ].join('');
}
