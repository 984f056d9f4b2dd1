import { error } from '@sveltejs/kit';
import { hear, staffApi } from '$lib/staff/client.ts';
import { failStaff } from '$lib/staff/problem.ts';
import * as m from '$messages';
import type { PageLoad } from './$types';

const numbers = ['year', 'before'] as const;

/** One page of the trail. A part of the address that cannot be meant is left out. */
export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('staff:audit');
  const { locale } = await parent();
  const asked = Object.fromEntries(
    ['person', 'metric', 'subject', ...numbers].flatMap((name) => {
      const value = url.searchParams.get(name)?.trim();
      const isOdd = numbers.some((number) => number === name) && !/^\d{1,9}$/.test(value ?? '');
      return !value || value.length > 120 || isOdd ? [] : [[name, value]];
    }),
  ) as Partial<Record<'person' | 'metric' | 'year' | 'subject' | 'before', string>>;
  const outcome = await hear(staffApi({ fetch, url }).audit.$get({ query: asked }));
  if (outcome.ok) return { trail: outcome.body, asked };
  if (outcome.problem) failStaff(outcome.problem, locale);
  error(503, { message: m.staff_problem_offline({}, { locale }), code: 'unheard' });
};
