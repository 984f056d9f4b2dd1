import { tick } from 'svelte';

/** Where what had the focus is gone from the page, puts it at a place from which the reader can go on. */
export async function catchFocus(next?: HTMLElement | null): Promise<void> {
  await tick();
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  (next ?? document.getElementById('main'))?.focus();
}
