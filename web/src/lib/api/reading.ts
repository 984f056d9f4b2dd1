/** Which state of the record the reader looks at. Every link keeps it. */
export interface Reading {
  release?: string;
  as_of?: string;
  sample?: 'exclude';
}

export function readReading(params: URLSearchParams): Reading {
  const release = params.get('release');
  const asOf = params.get('as_of');
  return {
    ...(release && { release }),
    ...(asOf && { as_of: asOf }),
    ...(params.get('sample') === 'exclude' && { sample: 'exclude' as const }),
  };
}

export type Query = Record<string, string | number | null | undefined>;

/** An address with a query; null and undefined leave a parameter out. */
export function address(path: string, ...queries: (Query | Reading)[]): string {
  const params = new URLSearchParams();
  for (const [key, value] of queries.flatMap((query) => Object.entries(query))) {
    if (value === null || value === undefined) params.delete(key);
    else params.set(key, String(value));
  }
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

/** The current query with some parameters changed: what a control on the page links to. */
export function changed(params: URLSearchParams, changes: Query): string {
  return address('', Object.fromEntries(params), changes) || '?';
}
