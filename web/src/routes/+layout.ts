/** Public pages are not hydrated (docs/decisions/0001). Parts of the site that are applications say otherwise. */
export const csr = false;
