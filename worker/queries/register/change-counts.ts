import { sql } from 'drizzle-orm';
import type { RegisterCounts } from '../../../schema/answers.ts';
import { organisationIndex, recordIndex } from '../../../schema/register/index-tables.ts';
import type { Db } from '../../db.ts';
import { changeExpressions } from './changes.ts';

/** How far each is counted: beyond, there are at least so many. */
const MOST = 1000;

const ways = ['added', 'changed', 'withdrawn'] as const;

/** How much of the register each of these releases added, changed and withdrew: one statement, bounded by {@link MOST}. */
export async function countRegisterChanges(
  db: Db,
  releases: readonly number[],
): Promise<Map<number, RegisterCounts>> {
  const asked = releases.map((n) => ({ n, ...changeExpressions(n) }));
  const count = (index: typeof recordIndex | typeof organisationIndex) =>
    sql.join(
      ways.map(
        (way) => sql`(select count(*) from (select 1 from ${index}
          where ${index} match json_extract(asked.value, ${`$.${way}`}) limit ${MOST + 1}))`,
      ),
      sql`, `,
    );
  const rows = await db.values<number[]>(
    sql`select json_extract(asked.value, '$.n'), ${count(recordIndex)}, ${count(organisationIndex)}
      from json_each(${JSON.stringify(asked)}) asked`,
  );
  return new Map(
    rows.map(([n, ...counts]) => {
      const three = (from: number) => {
        const [added, changed, withdrawn] = counts
          .slice(from, from + 3)
          .map((found) => Math.min(found, MOST));
        return { added: added!, changed: changed!, withdrawn: withdrawn! };
      };
      const more = counts.some((found) => found > MOST);
      return [n!, { records: three(0), organisations: three(3), more }];
    }),
  );
}
