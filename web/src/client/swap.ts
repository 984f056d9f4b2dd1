import { releasePlots } from './plots.ts';

interface Options {
  /** The key of the control that keeps the focus in the new part. */
  focus?: string | undefined;
  /** The id of the part to scroll to. */
  reveal?: string | undefined;
  /** False when the address is there already: the reader went back. */
  push?: boolean;
}

let request: AbortController | null = null;

/** Tells screen readers what has changed, politely. */
export function announce(text: string | null | undefined): void {
  const region = document.getElementById('announce');
  if (region) region.textContent = text ?? '';
}

/**
 * Fetches an address of this page and puts its parts in the place of those with the same ids. A newer request
 * ends an older one; a failure leads to the address itself.
 */
export async function swap(
  ids: string[],
  url: URL,
  { focus, reveal, push = true }: Options,
): Promise<void> {
  request?.abort();
  const { signal } = (request = new AbortController());
  const address = new URL(url);
  address.hash = '';
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (signal.aborted) return;
    if (push) history.pushState(null, '', address);
    for (const id of ids) put(page, id, focus);
    keepAddresses(page);
    const part = document.getElementById(reveal ?? ids[0]!);
    if (reveal) part?.scrollIntoView({ block: 'nearest' });
    if (push) announce(part?.querySelector('figcaption > *, caption')?.textContent);
  } catch {
    if (!signal.aborted) location.assign(url);
  }
}

function put(page: Document, id: string, focus: string | undefined): void {
  const old = document.getElementById(id)!;
  const fresh = page.getElementById(id)!;
  const focused = old.contains(document.activeElement);
  releasePlots(old);
  old.replaceWith(fresh);
  if (focused && focus)
    fresh.querySelector<HTMLElement>(`[data-key="${focus}"]`)?.focus({ preventScroll: true });
}

/** Links and forms outside the part carry the view in their addresses: take over theirs too. */
function keepAddresses(page: Document): void {
  const all = (root: Document) => [...root.querySelectorAll('.langs, .banner, .tools, .picker')];
  const fresh = all(page);
  const here = all(document).filter((old) => !old.contains(document.activeElement));
  if (page.title !== document.title) return;
  for (const old of here) {
    const own = old.closest('[id]')?.id;
    const other = fresh.find(
      (one) => one.className === old.className && one.closest('[id]')?.id === own,
    );
    if (other) old.replaceWith(other);
  }
}
