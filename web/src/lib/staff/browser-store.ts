/** What the browser keeps for this site; null where it keeps nothing. */
export function browserStore(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
