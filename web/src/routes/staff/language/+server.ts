import { redirect } from '@sveltejs/kit';
import { isLocale } from '$lib/paraglide/runtime.js';
import { staffPath } from '$lib/staff/paths.ts';
import type { RequestHandler } from './$types';

const YEAR = 365 * 24 * 3600;

/** Remembers the language that was chosen, and goes back to where it was. Addresses of the staff do not carry it. */
export const GET: RequestHandler = ({ url, cookies }) => {
  const chosen = url.searchParams.get('to');
  if (isLocale(chosen)) {
    cookies.set('language', chosen, { path: '/staff', maxAge: YEAR, httpOnly: true });
  }
  redirect(303, staffPath(url.searchParams.get('next'), url.origin));
};
