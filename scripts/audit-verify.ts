import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FIRST_HASH, findBreak, type AuditFields } from '../worker/figures/audit-hash.ts';
import { storageOf } from './database.ts';
import { withPlace, type Place } from './place.ts';
import { main, Refusal } from './run.ts';
import { defaultState } from './state.ts';

type Row = AuditFields & { hash: string };
type Tail = Pick<Row, 'n' | 'at' | 'hash'>;

/** Entries read at once. An entry is a few kB at most; what wrangler prints is held as one text. */
const PAGE = 5_000;

/** What other tables know of the trail, which its end must not fall behind. */
const known = `
  WITH told AS (SELECT CAST(subject AS INTEGER) AS n FROM audit WHERE action = 'release_published'),
    taken AS (SELECT release AS n FROM year_return UNION SELECT release FROM catalogue_draft)
  SELECT
    (SELECT max(started_at) FROM year_return) AS "started",
    (SELECT max(at) FROM (SELECT max(edited_at) AS at FROM draft
      UNION ALL SELECT max(edited_at) FROM catalogue_draft)) AS "edited",
    (SELECT min(n) FROM "release" WHERE n NOT IN (SELECT n FROM told)
      AND n >= (SELECT min(n) FROM (SELECT n FROM told UNION SELECT n FROM taken WHERE n IS NOT NULL))) AS "untold"`;

interface Known {
  /** Number of the newest entry that started a return. */
  started: number | null;
  /** Instant of the newest save of a draft. */
  edited: string | null;
  /** The first release of the staff's that the trail does not tell of. */
  untold: number | null;
}

/**
 * Follows the chain from its beginning, a page at a time.
 * @throws Refusal that names the first entry that does not hold
 */
async function followChain(
  place: Place,
): Promise<{ first: string | null; last: Tail; others: Known }> {
  const page = (after: string) => `SELECT * FROM audit ${after} ORDER BY n LIMIT ${PAGE}`;
  const [firstRows, [others]] = await place.query<[Row[], [Known]]>(page(''), known);
  let rows = firstRows;
  const first = rows[0]?.at ?? null;
  let last: Tail = { n: 0, at: '', hash: FIRST_HASH };
  for (;;) {
    const broken = findBreak(rows, last);
    if (broken !== null)
      throw new Refusal(
        `Entry ${broken} does not hold: it is not as it was written, or it is gone. Those before it hold.`,
      );
    last = rows.at(-1) ?? last;
    if (rows.length < PAGE) return { first, last, others };
    [rows] = await place.query<[Row[]]>(page(`WHERE n > ${last.n}`));
  }
}

/** @throws Refusal when entries are missing at the end, as far as other tables show it */
function compareEnd(last: Tail, { started, edited, untold }: Known): void {
  const missing =
    untold !== null
      ? `of release ${untold}, which is there`
      : (started ?? 0) > last.n
        ? `${started}, which started a return`
        : (edited ?? '') > last.at
          ? `of a save at ${edited}`
          : null;
  if (missing !== null)
    throw new Refusal(`The chain holds up to entry ${last.n}, but the entry ${missing}, is gone.`);
}

const count = new Intl.NumberFormat('en');

await main(async () => {
  const { values } = parseArgs({
    options: {
      remote: { type: 'boolean', default: false },
      state: { type: 'string', default: defaultState },
    },
  });
  const state = resolve(values.state);
  if (!values.remote && !existsSync(storageOf(state)))
    throw new Refusal(`There is no database in ${state}. npm start makes one.`);
  await withPlace({ remote: values.remote, state }, async (place) => {
    const { first, last, others } = await followChain(place);
    compareEnd(last, others);
    if (first === null) return console.log('The trail is empty: nobody has changed anything yet.');
    console.log(`${count.format(last.n)} entries, from ${first} to ${last.at}: the chain holds.`);
    console.log(`Its last hash, to be kept elsewhere: ${last.hash}`);
  });
});
