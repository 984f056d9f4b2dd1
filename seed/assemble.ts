import type { SeedFiles } from './files.ts';
import { assembleRegister } from './register.ts';
import type { SeedRows } from './rows.ts';
import { toWindows } from './windows.ts';

/** Valid files as rows of the tables. The catalogue is public from release 1 on; its order is that of the files. */
export function assembleRows(files: SeedFiles): SeedRows {
  const always = { firstRelease: 1, lastRelease: null };
  const positions = new Map<string, number>();
  return {
    release: files.releases.map(({ data: { release, note, ...row } }) => {
      return { ...row, n: release, notes: note, onePerson: false };
    }),
    metricGroup: files.groups.map(({ data }, position) => {
      return { id: data.id, ...always, position, names: data.name };
    }),
    breakdown: files.breakdowns.map(({ data }) => ({ id: data.id, ...always, names: data.name })),
    member: files.members.map(({ data: { name, ...row } }) => {
      const position = positions.get(row.breakdown) ?? 0;
      positions.set(row.breakdown, position + 1);
      return { ...row, ...always, position, names: name, lastYear: null };
    }),
    metric: files.metrics.map(
      ({ data: { name, definition, unit, breakdown, ...row } }, position) => {
        const texts = { names: name, definitions: definition, units: unit };
        return {
          ...row,
          ...always,
          ...texts,
          position,
          breakdown: breakdown || null,
          lastYear: null,
        };
      },
    ),
    source: toWindows(
      files.sources.map(({ data: { title, ...row } }) => ({ ...row, titles: title })),
      ({ id }) => id,
    ),
    figure: toWindows(
      files.figures.map(({ data, sample }) => ({
        ...data,
        sample,
        value: numberOrNull(data.value),
      })),
      ({ metric, year, member }) => `${metric} ${year} ${member}`,
    ),
    target: toWindows(
      files.targets.map(({ data, sample }) => ({ ...data, sample, value: Number(data.value) })),
      ({ metric, year }) => `${metric} ${year}`,
    ),
    closedYear: toWindows(
      files['closed-years'].map(({ data }) => data),
      ({ year }) => `${year}`,
    ),
    metricCount: files.counts.map(({ data }) => ({ ...data, ...always })),
    ...assembleRegister(files),
    centre: files.centre.map(({ data: { name, ...row } }) => ({ ...row, names: name })),
  };
}

/** A blank cell is a missing value, never 0. */
function numberOrNull(cell: string): number | null {
  return cell === '' ? null : Number(cell);
}
