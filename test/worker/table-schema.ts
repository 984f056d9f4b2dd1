interface Field {
  name: string;
  type: string;
  constraints?: { required?: boolean; enum?: string[] };
}

export interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema: {
    fields: Field[];
    primaryKey: string[];
    /** A reference that names no resource is one within its own. */
    foreignKeys?: { fields: string[]; reference: { resource?: string; fields: string[] } }[];
  };
}

type Rows = Record<string, string>[];

/** How a value of each type is written, by the Table Schema. */
const written: Record<string, RegExp> = {
  string: /^[^]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
};

const keyOf = (row: Record<string, string>, fields: string[]) =>
  JSON.stringify(fields.map((field) => row[field]));

/** In what the tables of a package break their schemas: columns, types, codes, keys, references. None: empty. */
export function tableProblems(resources: Resource[], tables: Record<string, Rows>): string[] {
  const problems: string[] = [];
  for (const { name, schema } of resources) {
    const rows = tables[name]!;
    const key = schema.primaryKey;
    const columns = schema.fields.map((field) => field.name);
    if (rows[0] && Object.keys(rows[0]).join() !== columns.join())
      problems.push(`${name}: columns`);
    rows.forEach((row, i) => {
      for (const { name: column, type, constraints } of schema.fields) {
        const value = row[column] ?? '';
        const at = `${name} ${i + 1}, ${column}: ${value}`;
        if (value === '') {
          if (constraints?.required || key.includes(column)) problems.push(`${at} is required`);
        } else if (!written[type]?.test(value)) problems.push(`${at} is no ${type}`);
        else if (constraints?.enum && !constraints.enum.includes(value))
          problems.push(`${at} is no code`);
      }
    });
    if (new Set(rows.map((row) => keyOf(row, key))).size !== rows.length)
      problems.push(`${name}: key twice`);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const { resource = name } = reference;
      const known = new Set(tables[resource]!.map((row) => keyOf(row, reference.fields)));
      // What is empty refers to nothing.
      for (const row of rows.filter((one) => fields.some((field) => one[field])))
        if (!known.has(keyOf(row, fields)))
          problems.push(`${name}: no ${resource} ${keyOf(row, fields)}`);
    }
  }
  return problems;
}
