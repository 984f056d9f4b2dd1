/**
 * An id for a new source: words of its title where they have Latin letters, the year, and a few random characters so
 * that no two people meet on one id.
 */
export function sourceKey(titles: readonly string[], year: number): string {
  const words = titles
    .map((title) =>
      title
        .normalize('NFKD')
        .toLowerCase()
        .replace(/\p{M}/gu, '')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .find((text) => /[a-z]/.test(text));
  const tail = crypto.randomUUID().slice(0, 6);
  return `${(words ?? 'source').slice(0, 40).replace(/-+$/, '')}-${year}-${tail}`;
}
