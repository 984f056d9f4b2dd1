/**
 * A frozen chart says from which release it is; that newer figures exist it cannot know. Asks the API, whose address
 * the words carry, and shows them where it is so. Whatever fails leaves the page as it was sent.
 */
export function tellNewer(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-newer]')) void tell(part);
}

async function tell(part: HTMLElement): Promise<void> {
  const address = part.dataset.newer!;
  // Asked once: the part of the page that takes its place after a change of view asks again.
  delete part.dataset.newer;
  try {
    const { years } = await (await fetch(address)).json();
    if (years.length) part.querySelector('[hidden]')?.removeAttribute('hidden');
  } catch {
    // Offline, or the answer is not one.
  }
}
