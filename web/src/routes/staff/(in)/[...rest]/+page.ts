import { error } from '@sveltejs/kit';

/** Any other address below /staff: not found, told inside the staff's shell. */
export const load = () => error(404);
