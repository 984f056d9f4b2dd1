/** Where to go after signing in or choosing a language: an address below /staff, or its first page for anything else. */
export function staffPath(asked: string | null, origin: string): string {
  const url = asked && URL.canParse(asked, origin) ? new URL(asked, origin) : null;
  const isOurs = url?.origin === origin && /^\/staff(?:\/|$)/.test(url.pathname);
  return isOurs ? url.pathname + url.search : '/staff';
}

/** The sign-in page, which then leads back to this address. */
export const signInPath = ({ pathname, search }: { pathname: string; search: string }): string =>
  `/staff/sign-in?next=${encodeURIComponent(pathname + search)}`;
