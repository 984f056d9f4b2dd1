/** The first and the last release (null: still open) in which a version is public. */
export interface Window {
  firstRelease: number;
  lastRelease: number | null;
}

/**
 * Turns versions, each naming the release that brought it, into rows with windows: a version lasts
 * until the release before the next version of the same key. The order of the versions is kept.
 */
export function toWindows<T extends { release: number }>(
  versions: T[],
  keyOf: (version: T) => string,
): (Omit<T, 'release'> & Window)[] {
  const releases = new Map<string, number[]>();
  for (const version of versions) {
    const key = keyOf(version);
    releases.set(key, [...(releases.get(key) ?? []), version.release]);
  }
  return versions.map((version) => {
    const { release, ...row } = version;
    const later = (releases.get(keyOf(version)) ?? []).filter((n) => n > release);
    const lastRelease = later.length > 0 ? Math.min(...later) - 1 : null;
    return { ...row, firstRelease: release, lastRelease };
  });
}
