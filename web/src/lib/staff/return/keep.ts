import { blankEntry, type Entry } from './entry.ts';

/** An edit that the server does not have yet. */
export interface Kept {
  /** The version of the draft that it was made on. */
  version: number;
  entry: Entry;
}

/** Keeps unsent edits in the browser, one item a cell, so that two tabs do not overwrite each other's. */
export interface Keep {
  put(key: string, kept: Kept): void;
  drop(key: string): void;
  all(): Map<string, Kept>;
}

type Store = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** @param store null, or one that refuses: nothing is kept, and nothing fails */
export function openKeep(store: Store | null, person: string, year: number): Keep {
  const prefix = `yearbook:unsent:${person}:${year}:`;
  const attempt = <T>(use: (store: Store) => T): T | undefined => {
    try {
      return store ? use(store) : undefined;
    } catch {
      return undefined;
    }
  };
  const read = (text: string | null): Kept | null => {
    try {
      const kept = JSON.parse(text ?? 'null') as Kept | null;
      return typeof kept?.version === 'number' && typeof kept.entry?.text === 'string'
        ? { ...kept, entry: { ...blankEntry, ...kept.entry } }
        : null;
    } catch {
      return null;
    }
  };
  return {
    put: (key, kept) => attempt((open) => open.setItem(prefix + key, JSON.stringify(kept))),
    drop: (key) => attempt((open) => open.removeItem(prefix + key)),
    all() {
      const found = new Map<string, Kept>();
      attempt((open) => {
        for (let i = 0; i < open.length; i += 1) {
          const name = open.key(i);
          if (!name?.startsWith(prefix)) continue;
          const kept = read(open.getItem(name));
          if (kept) found.set(name.slice(prefix.length), kept);
        }
      });
      return found;
    },
  };
}
