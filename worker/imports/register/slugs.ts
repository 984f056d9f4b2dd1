/** Characters of a made id, so that a number still fits behind it. */
const LENGTH = 48;

/** The words of the first text that has Latin letters, as an id; '' where none has. */
export function slugOf(texts: readonly (string | null | undefined)[]): string {
  const words = texts
    .map((text) =>
      (text ?? '')
        .normalize('NFKD')
        .toLowerCase()
        .replace(/\p{M}|['’]/gu, '')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .find((text) => /[a-z]{2}/.test(text));
  if (!words || words.length <= LENGTH) return words ?? '';
  // No half word at the end.
  return words.slice(0, LENGTH + 1).replace(/-+[^-]*$/, '') || words.slice(0, LENGTH);
}

/** The base, or with the first number behind it that makes an id nobody has; it is taken then. */
export function takeId(base: string, taken: Set<string>): string {
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
