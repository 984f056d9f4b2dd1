/**
 * Copies the text that a button names, and says so beside it. Where the browser refuses, the text is shown and selected.
 */
export async function copyText(button: HTMLElement): Promise<void> {
  const { copyText: id, copied, refused } = button.dataset;
  const text = document.getElementById(id!)!;
  const said = button.parentElement!.querySelector('[role=status]')!;
  said.textContent = '';
  try {
    const value = text instanceof HTMLTextAreaElement ? text.value : text.textContent;
    await navigator.clipboard.writeText(value);
    said.textContent = copied!;
  } catch {
    select(text);
    said.textContent = refused!;
  }
}

function select(text: HTMLElement): void {
  const details = text.closest('details');
  if (details) details.open = true;
  if (text instanceof HTMLTextAreaElement) {
    text.focus();
    text.select();
  } else getSelection()!.selectAllChildren(text);
}
