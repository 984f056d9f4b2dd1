/** The reader's theme: kept in this browser, set before the first paint by `theme.js`. */
export function startThemeControl(): void {
  const root = document.documentElement;
  const select = document.getElementById('theme') as HTMLSelectElement | null;
  if (!select) return;
  select.value = root.dataset.theme ?? '';
  select.addEventListener('change', () => {
    const { value } = select;
    if (value) root.dataset.theme = value;
    else delete root.dataset.theme;
    try {
      if (value) localStorage.setItem('theme', value);
      else localStorage.removeItem('theme');
    } catch {
      // Storage may be refused: the choice then lasts as long as the page.
    }
  });
}
