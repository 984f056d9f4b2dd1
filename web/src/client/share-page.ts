/** The page of sharing at an address, and the part of it that shows in a dialog as well. Throws where there is none. */
export async function readPage(
  url: string | URL,
  signal?: AbortSignal,
): Promise<{ page: Document; root: HTMLElement }> {
  const answer = await fetch(url, signal ? { signal } : {});
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const root = page.querySelector<HTMLElement>('[data-share]');
  if (!root) throw new Error('Not the page of sharing.');
  return { page, root };
}
