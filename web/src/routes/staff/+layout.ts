/** Pages of the staff are an application: rendered on the server, then hydrated (docs/decisions/0001). */
export const csr = true;
