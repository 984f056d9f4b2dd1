/** The page of sharing at an address, and the part of it that shows in a dialog as well. Throws where there is none. */
export async function readPage(
  url: string | URL,
  signal?: AbortSignal,
): Promise<{ page: Document; root: HTMLElement }> {
  const answer = await fetch(url, signal ? { signal } : {});
  if (!answer.ok) throw new Error(`${answer.status}`);
  // The policy of this page knows the style sheets of no other.
  const text = (await answer.text()).replace(/<style>.*?<\/style>/gs, '');
  const page = new DOMParser().parseFromString(text, 'text/html');
  const root = page.querySelector<HTMLElement>('[data-share]');
  if (!root) throw new Error('Not the page of sharing.');
  return { page, root };
}
