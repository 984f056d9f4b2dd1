type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/**
 * What JSON-stat 2.0 asks of a dataset (https://json-stat.org/full/), written from the specification: the problems
 * of a text, none where it is one.
 */
export function jsonStatProblems(text: string): string[] {
  const problems: string[] = [];
  const must = (holds: boolean, rule: string) => holds || problems.push(rule);
  const set = JSON.parse(text) as Json;
  const { id, size, dimension, value, status, role } = set;

  must(set.version === '2.0', 'version is "2.0"');
  must(set.class === 'dataset', 'class is "dataset"');
  for (const key of ['label', 'source', 'href'])
    must(set[key] === undefined || typeof set[key] === 'string', `${key} is a string`);
  must(!Number.isNaN(Date.parse(String(set.updated))), 'updated is an ISO 8601 date');
  must(set.note === undefined || isTexts(set.note), 'note is an array of strings');
  must(set.extension === undefined || isObject(set.extension), 'extension is an object');
  if (!isTexts(id) || !Array.isArray(size) || !isObject(dimension)) {
    return [...problems, 'id and size are arrays, dimension is an object'];
  }
  must(new Set(id).size === id.length, 'no dimension twice');
  must(size.length === id.length, 'size has a number for each dimension');
  must(
    size.every((one) => Number.isInteger(one) && one >= 0),
    'size holds whole numbers',
  );
  must(
    Object.keys(dimension).sort().join() === [...id].sort().join(),
    'dimension has a property for each id',
  );

  id.forEach((name, i) => {
    const found = dimension[name];
    const category = isObject(found) ? found.category : null;
    if (!isObject(category)) return problems.push(`${name} has a category`);
    const { index, label, unit } = category;
    const ids = isTexts(index) ? index : isObject(index) ? Object.keys(index) : [];
    must(ids.length > 0 || size[i] === 1 || size[i] === 0, `${name} has an index`);
    must(ids.length === size[i], `${name} has as many categories as its size`);
    must(new Set(ids).size === ids.length, `${name} has no category twice`);
    for (const [key, of] of Object.entries({ label, unit }))
      must(
        of === undefined || (isObject(of) && Object.keys(of).every((one) => ids.includes(one))),
        `${name}: ${key} is of its categories`,
      );
    must(
      !isObject(label) || Object.values(label).every((one) => typeof one === 'string'),
      `${name}: labels are strings`,
    );
  });

  const cells = size.reduce<number>((all, one) => all * Number(one), 1);
  must(Array.isArray(value) && value.length === cells, 'value has a number for each cell');
  must(
    Array.isArray(value) && value.every((one) => one === null || Number.isFinite(one)),
    'a value is a number or null',
  );
  must(
    status === undefined ||
      typeof status === 'string' ||
      (isTexts(status) && status.length === cells),
    'status is a string for each cell',
  );
  if (role !== undefined) {
    const roles = isObject(role) ? Object.entries(role) : [];
    must(
      roles.every(([key]) => ['time', 'geo', 'metric'].includes(key)),
      'a role is time, geo or metric',
    );
    must(
      roles.every(([, of]) => isTexts(of) && of.every((one) => id.includes(one))),
      'a role names dimensions',
    );
  }
  return problems;
}
