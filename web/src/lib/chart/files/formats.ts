import type { ChartFile, ImageStyle } from './chart-file.ts';
import { writeCsv } from './csv.ts';
import { writeJson } from './json.ts';
import { writeJsonStat } from './jsonstat.ts';
import { writeDocx } from './office/docx.ts';
import { writePptx } from './office/pptx.ts';
import { writeImage } from './preview.ts';
import { writeXlsx } from './xlsx.ts';

export interface Format {
  type: string;
  /** Whether a browser shows it in place or keeps it as a file. */
  disposition: 'inline' | 'attachment';
  write: (file: ChartFile, style: ImageStyle) => string | Uint8Array<ArrayBuffer>;
}

/** The forms of a chart, by the ending of its address. */
export const formats = {
  svg: { type: 'image/svg+xml; charset=utf-8', disposition: 'inline', write: writeImage },
  csv: { type: 'text/csv; charset=utf-8', disposition: 'attachment', write: writeCsv },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    disposition: 'attachment',
    write: writeXlsx,
  },
  json: { type: 'application/json; charset=utf-8', disposition: 'inline', write: writeJson },
  jsonstat: {
    type: 'application/json; charset=utf-8',
    disposition: 'attachment',
    write: writeJsonStat,
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    disposition: 'attachment',
    write: writeDocx,
  },
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    disposition: 'attachment',
    write: writePptx,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

/** The metric and the form that the last part of an address names: `agreements-signed.csv`. */
export function readFileName(file: string): { metric: string; format: FormatName } | null {
  const [, metric = '', format = ''] = /^([a-z0-9-]+)\.([a-z]+)$/.exec(file) ?? [];
  return Object.hasOwn(formats, format) ? { metric, format: format as FormatName } : null;
}
