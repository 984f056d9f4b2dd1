import { z } from '@hono/zod-openapi';
import { checkSize } from '../../imports/refuse.ts';

/** A file as a field of a form. */
export const file = z
  .custom<File>((sent) => sent instanceof File, { error: 'Send a file (multipart/form-data)' })
  .openapi({ type: 'string', format: 'binary', description: 'CSV or XLSX, at most 5 MB.' });

/** A value that a field of a form holds as JSON. */
export const inText = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'Expected JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** A form with a file, as the `body` of a request. */
export const form = <S extends z.ZodObject>(schema: S) =>
  ({ required: true, content: { 'multipart/form-data': { schema } } }) as const;

/** Characters of a file's name that go into the trail. */
const NAME_LENGTH = 200;

/** @throws AppError 413 `too_large` */
export async function readBytes(sent: File): Promise<Uint8Array> {
  checkSize(sent.size);
  return new Uint8Array(await sent.arrayBuffer());
}

/** What a file is called, as the trail tells it. */
export const nameOf = ({ name }: File): string => name.slice(0, NAME_LENGTH);
