/** What a reviewer has written of a return and not sent: a message, and comments on figures by metric and member. */
export interface Kept {
  message: string;
  comments: Record<string, string>;
}

export const nothingKept: Kept = { message: '', comments: {} };

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps it in the browser until it is sent.
 * @param store null, or one that refuses: nothing is kept, and nothing fails
 */
export function openKept(store: Store | null, person: string, year: number) {
  const name = `yearbook:review:${person}:${year}`;
  const attempt = <T>(use: (store: Store) => T): T | null => {
    try {
      return store ? use(store) : null;
    } catch {
      return null;
    }
  };
  return {
    read: (): Kept => attempt((open) => readKept(open.getItem(name))) ?? nothingKept,
    put: (kept: Kept): void => {
      const isEmpty = [kept.message, ...Object.values(kept.comments)].every((text) => text === '');
      attempt((open) =>
        isEmpty ? open.removeItem(name) : open.setItem(name, JSON.stringify(kept)),
      );
    },
    drop: (): void => void attempt((open) => open.removeItem(name)),
  };
}

function readKept(text: string | null): Kept | null {
  const found = JSON.parse(text ?? 'null') as Partial<Kept> | null;
  if (typeof found?.message !== 'string') return null;
  const comments = Object.entries(found.comments ?? {});
  return {
    message: found.message,
    comments: Object.fromEntries(comments.filter(([, one]) => typeof one === 'string')),
  };
}
