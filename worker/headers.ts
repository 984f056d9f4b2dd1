import { secureHeaders } from 'hono/secure-headers';

/** What every answer carries. The content policy is the page's own: it names the hashes of its scripts. */
export const closeDown = secureHeaders({
  referrerPolicy: 'strict-origin-when-cross-origin',
  xFrameOptions: 'DENY',
  crossOriginResourcePolicy: 'cross-origin',
  permissionsPolicy: {
    camera: [],
    geolocation: [],
    microphone: [],
    payment: [],
    usb: [],
    browsingTopics: [],
  },
});
