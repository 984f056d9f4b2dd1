import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

type Headers = NonNullable<Parameters<typeof secureHeaders>[0]>;

const headers: Headers = {
  referrerPolicy: 'strict-origin-when-cross-origin',
  crossOriginResourcePolicy: 'cross-origin',
  permissionsPolicy: {
    camera: [],
    geolocation: [],
    microphone: [],
    payment: [],
    usb: [],
    browsingTopics: [],
  },
};
const closed = secureHeaders({ ...headers, xFrameOptions: 'DENY' });
const framed = secureHeaders({ ...headers, xFrameOptions: false });

/** Charts for the pages of other sites: the one part of this site that may stand in a frame. */
export const isEmbed = (pathname: string): boolean => pathname.startsWith('/embed/');

/** What every answer carries. The content policy is the page's own: it names the hashes of its scripts. */
export const closeDown: MiddlewareHandler = (c, next) =>
  (isEmbed(c.req.path) ? framed : closed)(c, next);
