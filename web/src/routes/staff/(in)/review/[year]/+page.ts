import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** One return in review stands among the others. */
export const load: PageLoad = ({ params }) => redirect(303, `/staff/review#year-${params.year}`);
