import type { ImportAnswer, Mapping } from '../../schema/staff/imports.ts';
import { expect } from 'vitest';
import type { Colleague } from './staff.ts';

/** What a test sends of a mapping: defaults are the server's. */
export type Sent = Partial<Mapping>;

export const longMapping = {
  metric: { column: 'metric' },
  member: { column: 'member' },
  year: { column: 'year' },
  value: { column: 'value' },
} satisfies Sent;

/** A form with a file, and what goes with it. */
export function formOf(
  content: string | Uint8Array,
  fields: { mapping?: Sent; basis?: string; sheet?: string } = {},
  name = 'figures.csv',
): FormData {
  const form = new FormData();
  form.set('file', new File([content as Uint8Array<ArrayBuffer>], name));
  for (const [field, value] of Object.entries(fields)) {
    form.set(field, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form;
}

export const preview = (colleague: Colleague, content: string | Uint8Array, mapping: Sent) =>
  colleague.read<ImportAnswer>('POST', '/imports?dry_run=true', formOf(content, { mapping }));

export const importFile = (
  colleague: Colleague,
  content: string | Uint8Array,
  mapping: Sent,
  basis?: string,
) =>
  colleague.read<ImportAnswer>(
    'POST',
    '/imports',
    formOf(content, { mapping, ...(basis && { basis }) }),
  );

/** Asks for a refusal: its status and code. */
export async function refusal(
  colleague: Colleague,
  path: string,
  form: FormData,
): Promise<{ status: number; code: string; detail: string }> {
  const answer = await colleague.ask('POST', path, form);
  const { code, detail } = await answer.json<{ code: string; detail: string }>();
  expect(detail).not.toBe('');
  return { status: answer.status, code, detail };
}
