import { sendToReader } from '$lib/verify/send.ts';
import type { RequestHandler } from './$types';

/** Where a code can be typed. */
export const GET: RequestHandler = (event) => sendToReader(event, '/v');
