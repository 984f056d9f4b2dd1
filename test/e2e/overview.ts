import { expect, type APIRequestContext } from '@playwright/test';
import type { z } from '@hono/zod-openapi';
import type { overviewAnswer } from '../../schema/answers.ts';
import { notReported, type Language } from './pages.ts';

export type Overview = z.infer<typeof overviewAnswer>;

/** What the API says of a year: the pages must say the same. */
export async function readOverview(request: APIRequestContext, query = ''): Promise<Overview> {
  const answer = await request.get(`/api/v1/overview?by=members${query}`);
  expect(answer.status()).toBe(200);
  return answer.json();
}

type Figure = { value: number | null; qualifier: string | null };

/** A figure as tables and tiles write it: "≥17", "未公布". */
export function written({ value, qualifier }: Figure, language: Language): string {
  if (value === null) return notReported[language];
  const about = { zh: '约', en: '≈' }[language];
  const sign = { at_least: '≥', about }[qualifier ?? ''] ?? '';
  return sign + new Intl.NumberFormat(language).format(value);
}
