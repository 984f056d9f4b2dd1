/** Statements on their way to the database in one call. */
type Batch = (send: () => Promise<D1Result[]>, statements: D1PreparedStatement[]) => unknown;

/**
 * Stands in front of the real database and tells its writes: the SQL of each call that changes rows. `onBatch` is
 * asked in place of each batch that writes, and sends it or not.
 */
export function watchWrites(
  database: D1Database,
  onBatch: Batch = (send) => send(),
): { watched: D1Database; writes: string[][] } {
  const writes: string[][] = [];
  const real = new WeakMap<object, { statement: D1PreparedStatement; sql: string }>();
  const note = (all: string[]): boolean => {
    const isWrite = all.some((sql) => /\b(?:insert|update|delete|replace)\b/i.test(sql));
    if (isWrite) writes.push(all);
    return isWrite;
  };

  const watchStatement = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const watched = new Proxy(statement, {
      get(target, key) {
        if (key === 'bind')
          return (...values: unknown[]) => watchStatement(target.bind(...values), sql);
        const method = target[key as 'all' | 'first' | 'raw' | 'run'];
        return (...options: []) => {
          note([sql]);
          return method.apply(target, options);
        };
      },
    });
    real.set(watched, { statement, sql });
    return watched;
  };

  const watch = <T extends D1Database | D1DatabaseSession>(target: T): T =>
    ({
      prepare: (sql: string) => watchStatement(target.prepare(sql), sql),
      batch: (asked: D1PreparedStatement[]) => {
        const found = asked.map((one) => real.get(one)!);
        const statements = found.map(({ statement }) => statement);
        const send = () => target.batch(statements);
        return note(found.map(({ sql }) => sql)) ? onBatch(send, statements) : send();
      },
      withSession: (from: D1SessionBookmark) => watch((target as D1Database).withSession(from)),
      getBookmark: () => (target as D1DatabaseSession).getBookmark(),
    }) as unknown as T;

  return { watched: watch(database), writes };
}
