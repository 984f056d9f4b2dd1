import { announce } from './swap.ts';

const figures = () => document.querySelectorAll<HTMLElement>('[data-chart]');
const table = (figure: Element) => figure.querySelector<HTMLElement>('[data-view=table]');

/** Shows the chart or the table: both are in the page, so nothing is fetched. The address follows. */
export function showView(link: HTMLAnchorElement): void {
  const figure = link.closest('[data-chart]')!;
  const view = link.dataset.viewLink!;
  for (const part of figure.querySelectorAll<HTMLElement>('[data-view]'))
    part.hidden = part.dataset.view !== view;
  for (const other of figure.querySelectorAll('[data-view-link]'))
    other.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'true');
  figure.querySelector('details')?.toggleAttribute('open', view === 'table');
  history.pushState(null, '', keepViews(new URL(location.href)));
  announce(link.textContent);
}

/** An address of this page with the views that are shown now: the server was not told of them. */
export function keepViews(url: URL): URL {
  for (const figure of figures()) {
    const part = table(figure);
    const key = `${figure.dataset.chart}view`;
    if (!part) continue;
    if (part.hidden) url.searchParams.delete(key);
    else url.searchParams.set(key, 'table');
  }
  return url;
}
