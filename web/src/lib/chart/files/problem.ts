import type { Problem } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import { baseLocale, type Locale } from '$lib/paraglide/runtime.js';
import { intlTag } from '$lib/words/locale.ts';
import { escapeXml } from '../escape.ts';
import { palette } from '../palette.ts';
import { startColumn } from './column.ts';
import type { ImageStyle } from './chart-file.ts';
import { setText } from './image-text.ts';
import { wrapImage } from './image.ts';
import type { Fault } from './request.ts';

/** Why there is no chart: as the API tells it, or parameters that it never saw. */
export type Refusal = Problem | { faults: Fault[] };

/** The language of the API's texts. */
const PROGRAMS: Locale = 'en';

/** A refusal as problem details (RFC 9457), in the shape of the API. */
export function problemOf(
  refusal: Refusal,
  { instance, requestId }: Pick<Problem, 'instance' | 'requestId'>,
): Problem {
  if (!('faults' in refusal)) return { ...refusal, instance, requestId };
  const fields = refusal.faults.map(({ field, expected }) => ({
    field,
    message: expected(PROGRAMS),
  }));
  return {
    type: '/api#problem-invalid_request',
    title: 'Bad Request',
    status: 400,
    code: 'invalid_request',
    detail: `${fields.map(({ field, message }) => `${field}: ${message}`).join('. ')}.`,
    instance,
    requestId,
    fields,
  };
}

const told: Record<string, typeof m.chart_file_not_found> = {
  no_release: m.problem_no_release,
  release_not_found: m.problem_release_not_found,
  nothing_public_then: m.problem_nothing_public_then,
  chart_withdrawn: m.saved_withdrawn,
};

/** What is wrong with an address, in sentences: one for each part of it. */
export function linesOf(refusal: Refusal, locale: Locale): string[] {
  const line = (field: string, text: string) => m.chart_file_fault({ field, text }, { locale });
  if ('faults' in refusal)
    return refusal.faults.map(({ field, expected }) => line(field, expected(locale)));
  const tell =
    told[refusal.code] ?? (refusal.status < 500 ? m.chart_file_not_found : m.problem_server);
  const fields = refusal.fields?.map(({ field }) =>
    line(field, m.chart_file_wrong({}, { locale })),
  );
  return fields?.length ? fields : [tell({}, { locale })];
}

/** A refusal as an image, for whoever asked for one and shows nothing else: it says what is wrong with the address. */
export function drawProblem(
  refusal: Refusal,
  { theme, width }: Pick<ImageStyle, 'theme' | 'width'>,
  locale: Locale = baseLocale,
): string {
  const { ink, muted } = palette[theme];
  const title = m.chart_file_problem({}, { locale });
  const lines = linesOf(refusal, locale);
  const column = startColumn({ x: 20, y: 20, room: width - 40 });
  column.add(
    (at) => setText(title, at, { size: 17, line: 24, fill: ink, most: 2, heading: true }),
    8,
  );
  for (const line of lines)
    column.add((at) => setText(line, at, { size: 13, line: 20, fill: muted, most: 4 }), 4);
  const named = ' role="img" aria-labelledby="problem-t problem-d"';
  return wrapImage(column.svg, {
    width,
    height: Math.ceil(column.end) + 16,
    theme,
    language: intlTag(locale),
    name: {
      attributes: named,
      text: `<title id="problem-t">${escapeXml(title)}</title><desc id="problem-d">${escapeXml(lines.join(' '))}</desc>`,
    },
  });
}
