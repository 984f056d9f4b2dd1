/** The first and the last release (null: still open) in which a version is public. */
export interface Window {
  firstRelease: number;
  lastRelease: number | null;
}

/**
 * Turns versions, each naming the release that brought it, into rows with windows: a version lasts
 * until the release before the next version of the same key.
 */
export function toWindows<T extends { release: number }>(
  versions: T[],
  keyOf: (version: T) => string,
): (Omit<T, 'release'> & Window)[] {
  const newestFirst = [...versions].sort((a, b) => b.release - a.release);
  const nextRelease = new Map<string, number>();
  return newestFirst
    .map(({ release, ...row }, i) => {
      const key = keyOf(newestFirst[i] as T);
      const next = nextRelease.get(key);
      nextRelease.set(key, release);
      return { ...row, firstRelease: release, lastRelease: next === undefined ? null : next - 1 };
    })
    .reverse();
}
