/** Whether two contents say the same, in whatever order their fields stand; what is left out is null. */
export function isSameContent(a: unknown, b: unknown): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) =>
    isSameContent(
      (a as Record<string, unknown>)[key] ?? null,
      (b as Record<string, unknown>)[key] ?? null,
    ),
  );
}
