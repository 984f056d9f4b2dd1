import { plainCode } from '$schema/verify/code.ts';
import { sendToReader } from '$lib/verify/send.ts';
import type { RequestHandler } from './$types';

/** The short address in the squares that phones read. */
export const GET: RequestHandler = (event) =>
  sendToReader(event, `/v/${encodeURIComponent(plainCode(event.params.code))}`);
