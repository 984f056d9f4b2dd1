import {
  checkContent,
  checkFigures,
  checkKey,
  checkReferences,
  findEntry,
  splitKey,
  type CatalogueChange,
  type CatalogueRefusal,
  type RefusedField,
} from '../../../schema/staff/catalogue-checks.ts';
import { AppError } from '../../errors.ts';
import { localYear } from '../releases.ts';
import { listUsedCells, wasPublic } from './catalogue-use.ts';
import type { StaffDb } from './open.ts';
import { isUsedByRecords } from './register/naming.ts';
import type { WorkingCatalogue } from './working-catalogue.ts';

/** Why a change cannot be saved; empty: it can. @throws AppError 409 `no_record` */
export async function checkChange(
  db: StaffDb,
  change: CatalogueChange,
  working: WorkingCatalogue,
): Promise<RefusedField[]> {
  const { kind, key, content } = change;
  const isNew = (findEntry(working.entries, kind, key)?.published ?? null) === null;
  const wrongKey = checkKey(kind, key, isNew);
  if (wrongKey.length > 0) return wrongKey;
  if (content === null && isNew) return [{ field: '', refusal: 'nothing_to_withdraw' }];
  if (isNew && (await wasPublic(db, kind, key))) return [{ field: 'key', refusal: 'id_taken' }];
  return [...checkContent(change), ...(await checkReturn(db, change, working))];
}

/** The same for a row that goes back to what is public: its texts are what they were. */
export async function checkReturn(
  db: StaffDb,
  change: CatalogueChange,
  working: WorkingCatalogue,
): Promise<RefusedField[]> {
  const { entries } = working;
  const cells = await listUsedCells(db, entries, change.kind, change.key);
  const found = [
    ...checkReferences(change, entries, frameOf(working)),
    ...checkFigures(change, entries, cells),
    ...(await checkRegister(db, change)),
  ];
  // What can never go need not be freed first.
  const isFixed = found.some(({ refusal }) => refusal === 'has_figures');
  return isFixed ? found.filter(({ refusal }) => refusal !== 'in_use') : found;
}

/** Whether records are left without the source or the member that goes. */
async function checkRegister(
  db: StaffDb,
  { kind, key, content }: CatalogueChange,
): Promise<RefusedField[]> {
  if (content !== null || (kind !== 'source' && kind !== 'member')) return [];
  const [breakdown, member] = splitKey(key);
  const isUsed = await isUsedByRecords(
    db,
    kind === 'source' ? { source: key } : { breakdown, member },
  );
  return isUsed ? [{ field: '', refusal: 'records_rest_on_it' }] : [];
}

function frameOf({ centre }: WorkingCatalogue) {
  if (!centre) throw new AppError(409, 'no_record', 'There is no record yet: load one first.');
  return { founded: centre.founded, currentYear: localYear(new Date(), centre.timeZone) };
}

/** What to do about each, for those who read no code. */
const told: Record<CatalogueRefusal, string> = {
  bad_id: 'Use small letters, digits and hyphens, such as agreements-signed, at most 60',
  id_reserved: 'This id stands for something else: choose another',
  id_taken: 'This id was in use before: choose another, ids are not used again',
  text_missing: 'Enter a text in this language',
  bad_address: 'Enter an address that begins with https://',
  not_a_number: 'Enter a number',
  negative: 'Enter a number of 0 or more',
  too_many_decimals: 'Enter no more decimals than the metric has',
  outside_record: 'Enter a year of this record',
  after_last_year: 'The metric is retired by that year',
  before_founding: 'Enter a year not before the first of the record',
  unknown_group: 'There is no such group',
  unknown_breakdown: 'There is no such breakdown',
  unknown_metric: 'There is no such metric',
  unknown_source: 'There is no such source: add it first',
  sample_source: 'Sample data is no source: choose another',
  breakdown_fixed: 'Its figures are split the way they are: make a new metric',
  additive_fixed: 'Its parts were published as they are: make a new metric',
  decimals_below_values: 'Its values have more decimals than that',
  figures_after_last_year: 'There are figures after that year: choose a later one',
  has_figures: 'There are figures of it: retire it with a last year instead',
  in_use: 'Others still name it: change those first',
  drafts_depend: 'Drafts of returns rest on it: clear those figures first',
  nothing_to_withdraw: 'It is not public: discard it instead',
  landed_of_projects: 'Only projects land: count these by their year',
  records_rest_on_it: 'Records of the register name it: change those first',
};

/** @throws AppError 422 `refused`, unless there is nothing to refuse */
export function refuse(refusals: RefusedField[]): void {
  if (refusals.length === 0) return;
  const fields = refusals.map(({ field, refusal, years = [] }) => ({
    field,
    message: years.length > 0 ? `${told[refusal]} (${years.join(', ')})` : told[refusal],
  }));
  const detail = fields.map(({ field, message }) => (field ? `${field}: ${message}` : message));
  throw new AppError(422, 'refused', `Nothing was saved. ${detail.join('. ')}.`, fields, {
    refusals,
  });
}
