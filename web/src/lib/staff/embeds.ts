import type { EmbedUse } from '$schema/staff/embeds.ts';

type Sums = Pick<EmbedUse, 'days7' | 'days30' | 'days365' | 'lastDay'>;

export interface ChartUses {
  chart: string;
  hosts: EmbedUse[];
  sum: Sums;
}

/** Uses by chart, the most used first, each with its hosts in the order they came and the sums over them. */
export function byChart(uses: readonly EmbedUse[]): ChartUses[] {
  const groups = Object.entries(Object.groupBy(uses, ({ chart }) => chart));
  return groups
    .map(([chart, hosts = []]) => ({ chart, hosts, sum: hosts.reduce<Sums>(add, nothing) }))
    .toSorted((a, b) => b.sum.days365 - a.sum.days365);
}

const nothing: Sums = { days7: 0, days30: 0, days365: 0, lastDay: '' };

const add = (sum: Sums, use: Sums): Sums => ({
  days7: sum.days7 + use.days7,
  days30: sum.days30 + use.days30,
  days365: sum.days365 + use.days365,
  lastDay: sum.lastDay > use.lastDay ? sum.lastDay : use.lastDay,
});
