/** A name of the domain name system (RFC 1035, 2.3.1) of more than one part: no address of a machine, no `localhost`. */
const domainName =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The host in whose page a frame stands, from the Referer of the request for it: its name alone, in lower case, and
 * in Punycode where it has other letters. Null: it is our own, or nothing is said that could be counted.
 */
export function readHost(referer: string | null | undefined, own: string): string | null {
  if (!referer || !URL.canParse(referer)) return null;
  const { protocol, hostname } = new URL(referer);
  if (!/^https?:$/.test(protocol) || hostname === own) return null;
  // A name may end in the dot of the root.
  const host = hostname.replace(/\.$/, '');
  return domainName.test(host) ? host : null;
}
