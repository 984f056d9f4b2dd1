import type { Metric } from '../../schema/answers.ts';
import type { Inspection } from '../../schema/staff/imports.ts';
import type { OpenedFile } from './open-file.ts';
import { suggestMapping } from './suggest.ts';
import type { Table } from './table.ts';
import { isTemplate, templateMapping } from './template.ts';

/** Different texts of a column that are shown, and that are listed in whole. */
const SAMPLES = 5;
const LISTED = 60;

/** Characters of a text that are shown. */
const LENGTH = 200;

/** What a file looks like, and a mapping that may fit. */
export function inspectFile({ table, ...file }: OpenedFile, metrics: Metric[]): Inspection {
  const columns = inspectColumns(table);
  const template = isTemplate(table.heads);
  return {
    ...file,
    rows: table.rows.length,
    columns,
    suggestion: template ? templateMapping : suggestMapping(columns, metrics),
    isTemplate: template,
  };
}

/** The columns of a table with what stands in them. */
export const inspectColumns = (table: Table): Inspection['columns'] =>
  table.heads.map((name, i) => describeColumn(name, i, table));

function describeColumn(name: string, i: number, { rows }: Table): Inspection['columns'][number] {
  const texts = new Set(rows.map(({ cells }) => cells[i]!.trim()));
  const filled = [...texts].filter((text) => text !== '');
  return {
    name,
    samples: filled.slice(0, SAMPLES).map((text) => text.slice(0, LENGTH)),
    distinct: texts.size,
    values: texts.size <= LISTED ? [...texts].filter((text) => text.length <= LENGTH) : null,
  };
}
