import type { Change, Source, Target } from '../../schema/answers.ts';
import {
  fingerprint,
  groupCode,
  plainCode,
  readCode,
  writeCode,
} from '../../schema/verify/code.ts';
import type { CodedView } from '../../schema/verify/view.ts';
import type { Verification } from '../../schema/verify/answers.ts';
import type { Db } from '../db.ts';
import { textOfFigures, yearsBehind } from '../figures/fingerprint.ts';
import type { FigureRow } from '../figures/rows.ts';
import { listChangesSince } from '../figures/since.ts';
import { catalogueStatements, composeCatalogue, type Catalogue } from './catalogue.ts';
import { figuresStatement } from './figures.ts';
import { resolveRelease, type Reading } from './releases.ts';
import { listSources } from './sources.ts';

interface Published {
  years: { from: number; to: number };
  rows: FigureRow[];
  catalogue: Catalogue;
  targets: Catalogue['targets'];
}

/** What a fingerprint is made of. */
type Printed = Pick<Published, 'years' | 'rows' | 'targets'>;

/** What a release says of the years that a view is made of: of one metric, or of all. */
async function readPublished(
  db: Db,
  { release: { n }, centre }: Reading,
  view: CodedView,
  metric?: string,
): Promise<Published> {
  const years = yearsBehind(view, centre.foundedYear);
  const { sample } = view;
  const metrics = metric === undefined ? undefined : [metric];
  const [rows, ...statements] = await db.batch([
    figuresStatement(db, { ...years, n, sample, metrics }),
    ...catalogueStatements(db, n),
  ]);
  const catalogue = composeCatalogue(statements);
  const targets = catalogue.targets.filter((one) => !(sample === 'exclude' && one.sample));
  return { years, rows, catalogue, targets };
}

const printOf = (secret: string, metric: string | null, { years, rows, targets }: Printed) =>
  fingerprint(secret, textOfFigures(metric, years, rows, targets));

/**
 * The code of a view as one release has it; nothing is kept of it. Null where the code has no room for the view.
 *
 * @param metric null for everything of a year
 */
export async function issueCode(
  db: Db,
  reading: Reading,
  secret: string,
  view: CodedView,
  metric: string | null,
): Promise<string | null> {
  const published = await readPublished(db, reading, view, metric ?? undefined);
  return writeCodeOf(published, reading, secret, view, metric);
}

/** The same of what has been read already: figures and targets of at least the years behind the view. */
export async function writeCodeOf(
  published: Printed,
  { release }: Pick<Reading, 'release'>,
  secret: string,
  view: CodedView,
  metric: string | null,
): Promise<string | null> {
  const print = await printOf(secret, metric, published);
  return writeCode(secret, { release: release.n, view, fingerprint: print });
}

/** The metric whose figures have the fingerprint; undefined: none has. Null: they are those of a whole year. */
async function findMetric(
  secret: string,
  { view, fingerprint }: { view: CodedView; fingerprint: number },
  published: Published,
): Promise<string | null | undefined> {
  const ids =
    view.kind === 'year' ? [null] : published.catalogue.metrics.map((metric) => metric.id);
  const prints = await Promise.all(ids.map((id) => printOf(secret, id, published)));
  return ids[prints.indexOf(fingerprint)];
}

/**
 * What a code stands for: the figures as they were published, and what has changed since. A text that no code was
 * issued for is told from nothing else, whatever is wrong with it: the record is not even read for it.
 */
export async function readVerification(
  db: Db,
  secret: string | undefined,
  text: string,
  at: Date,
): Promise<Verification> {
  const coded = secret ? await readCode(secret, text) : null;
  if (!secret || !coded) return { verdict: 'unknown' };
  const current = await resolveRelease(db, {}, at);
  if (coded.release > current.release.n) return { verdict: 'unknown' };
  const { view } = coded;
  const reading = await resolveRelease(db, { release: coded.release }, at);
  const { release, centre } = reading;
  const told = { code: groupCode(plainCode(text)), release, view };
  const then = await readPublished(db, reading, view);
  const metric = await findMetric(secret, coded, then);
  if (metric === undefined) return { verdict: 'differs', ...told };

  const now = await readPublished(db, current, view, metric ?? undefined);
  const own = then.rows.filter((row) => metric === null || row.metric === metric);
  const changes = listChangesSince(own, now.rows);
  return {
    verdict: 'published',
    ...told,
    newest: current.release,
    centre: { names: centre.names, timeZone: centre.timeZone },
    metric,
    changes,
    targets: metric === null ? [] : targetsSince(metric, then, now),
    sources: await listSources(db, sourcesOf(changes), current.release.n),
  };
}

const sourcesOf = (changes: Change[]): Source['id'][] =>
  changes.flatMap(({ before, after }) => [...(before?.sources ?? []), ...(after?.sources ?? [])]);

/** The targets of a metric that are others now, by year. */
function targetsSince(metric: string, then: Published, now: Published) {
  const { from, to } = then.years;
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const valueIn = ({ targets }: Published, year: number): Target['value'] | null =>
    targets.find((one) => one.metric === metric && one.year === year)?.value ?? null;
  return years
    .map((year) => ({ year, before: valueIn(then, year), after: valueIn(now, year) }))
    .filter(({ before, after }) => before !== after);
}
