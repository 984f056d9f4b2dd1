import type { IndexEntry } from '../schema/register/index-entries.ts';
import type * as tables from '../schema/tables.ts';

/**
 * Everything a seed puts into an empty database, one list of rows a table, as plain objects in the
 * shape of `schema/tables.ts`. Release windows are computed; texts are objects by language code.
 */
export interface SeedRows {
  release: (typeof tables.release.$inferSelect)[];
  metricGroup: (typeof tables.metricGroup.$inferSelect)[];
  breakdown: (typeof tables.breakdown.$inferSelect)[];
  member: (typeof tables.member.$inferSelect)[];
  metric: (typeof tables.metric.$inferSelect)[];
  source: (typeof tables.source.$inferSelect)[];
  figure: (typeof tables.figure.$inferSelect)[];
  target: (typeof tables.target.$inferSelect)[];
  closedYear: (typeof tables.closedYear.$inferSelect)[];
  metricCount: (typeof tables.metricCount.$inferSelect)[];
  organisation: (typeof tables.organisation.$inferSelect)[];
  record: (typeof tables.record.$inferSelect)[];
  party: (typeof tables.party.$inferSelect)[];
  recordIndex: IndexEntry[];
  organisationIndex: IndexEntry[];
  centre: (typeof tables.centre.$inferSelect)[];
}
