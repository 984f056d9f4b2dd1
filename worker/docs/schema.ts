import { html } from 'hono/html';

/** As much of JSON Schema as the document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  description?: string;
  default?: unknown;
}

type Words = ReturnType<typeof html> | string;

/** A type in words, linking to the shapes it names. */
export function describeType(schema: Schema): Words {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return html`<a href="#shape-${name}">${name}</a>`;
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return joinWords(choices.map(describeType), ' or ');
  if (schema.items) return html`list of ${describeType(schema.items)}`;
  if (schema.enum) {
    const values = schema.enum.map((value) => html`<code>${String(value)}</code>`);
    return html`${joinWords(values, ', ')}${defaultOf(schema)}`;
  }
  if (schema.properties) return html`{ ${Object.keys(schema.properties).join(', ')} }`;
  const types = [schema.type ?? 'object'].flat().join(' or ');
  return html`${types}${schema.format ? ` (${schema.format})` : ''}${defaultOf(schema)}`;
}

const defaultOf = ({ default: value }: Schema): string =>
  value === undefined ? '' : `; default ${String(value)}`;

/** Words with others between them. */
export const joinWords = (words: Words[], by: string): Words =>
  html`${words.map((word, i) => (i === 0 ? word : html`${by}${word}`))}`;

/** The fields of an object shape, those it takes over included. */
export function listFields(schema: Schema): { field: string; type: Words; description: string }[] {
  const own = Object.entries(schema.properties ?? {}).map(([field, type]) => ({
    field,
    type: describeType(type),
    description: type.description ?? '',
  }));
  return [...(schema.allOf ?? []).flatMap(listFields), ...own];
}
