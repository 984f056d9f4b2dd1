import type { z } from '@hono/zod-openapi';
import type { RecordContent } from '../../../../schema/staff/register.ts';
import {
  MOST_RECORD_ROWS,
  type recordTemplateQuery,
} from '../../../../schema/staff/register-import.ts';
import { AppError } from '../../../errors.ts';
import { listBreakdowns } from '../../../imports/register/resolve-member.ts';
import type { RecordsToWrite } from '../../../imports/register/write-file.ts';
import type { StaffDb } from '../open.ts';
import { readWorkingCatalogue } from '../working-catalogue.ts';
import { readOrganisations } from './entries.ts';
import { findRecordStates } from './list.ts';
import { organisationsOf } from './rows.ts';

type Asked = Omit<z.infer<typeof recordTemplateQuery>, 'lang'>;

/**
 * What a file of records is written from: nothing, or what the staff finds by these filters, as the next release will
 * have it. Sample data is left out.
 * @throws AppError 422 `too_many_rows` where a file could not be imported again
 */
export async function readRecordTemplate(
  db: StaffDb,
  { filled, q, ...facets }: Asked,
): Promise<RecordsToWrite> {
  const { entries, sources } = await readWorkingCatalogue(db);
  const states =
    filled === 'false' ? [] : await findRecordStates(db, { q, facets }, MOST_RECORD_ROWS + 1);
  const records = states.flatMap(({ key, content, sample }) =>
    content === null || sample ? [] : [{ key, content: content as RecordContent }],
  );
  const rows = records.reduce((sum, { content }) => sum + Math.max(1, content.parties.length), 0);
  if (rows > MOST_RECORD_ROWS) {
    throw new AppError(
      422,
      'too_many_rows',
      `This would take more than ${MOST_RECORD_ROWS} rows, which is more than can be imported again. Ask for a year or a kind.`,
    );
  }
  const named = [...new Set(records.flatMap(({ content }) => organisationsOf(content)))];
  const organisations = await readOrganisations(db, named);
  return {
    records,
    organisations: new Map(
      [...organisations].flatMap(([id, { content }]) => (content ? [[id, content]] : [])),
    ),
    sources: new Map(sources.map((source) => [source.id, source])),
    breakdowns: listBreakdowns(entries),
  };
}
