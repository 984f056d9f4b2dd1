/**
 * Counts the rows that D1 says it has read (`meta.rows_read`: what is billed), by standing in front of the real
 * database. `raw()` gives no meta, so the same statement is run once more for it.
 */
export function countRowsRead(database: D1Database): { counted: D1Database; rows: () => number } {
  let rows = 0;
  const real = new WeakMap<object, D1PreparedStatement>();

  const watchStatement = (statement: D1PreparedStatement): D1PreparedStatement => {
    const watched = new Proxy(statement, {
      get(target, key) {
        if (key === 'bind') return (...values: unknown[]) => watchStatement(target.bind(...values));
        if (key === 'raw') {
          return async (options?: { columnNames?: false }) => {
            rows += (await target.run()).meta.rows_read;
            return target.raw(options);
          };
        }
        if (key === 'all' || key === 'run') {
          return async () => {
            const result = await target[key]();
            rows += result.meta.rows_read;
            return result;
          };
        }
        throw new Error(`The counter does not know ${String(key)}`);
      },
    });
    real.set(watched, statement);
    return watched;
  };

  const watch = <T extends D1Database | D1DatabaseSession>(target: T): T =>
    ({
      prepare: (sql: string) => watchStatement(target.prepare(sql)),
      batch: async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements.map((statement) => real.get(statement)!));
        for (const { meta } of results) rows += meta.rows_read;
        return results;
      },
      withSession: (from: D1SessionBookmark) => watch((target as D1Database).withSession(from)),
      getBookmark: () => (target as D1DatabaseSession).getBookmark(),
    }) as unknown as T;

  return { counted: watch(database), rows: () => rows };
}
