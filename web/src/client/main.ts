import { copyText } from './copy-text.ts';
import { touchPlot } from './plots.ts';
import { swap } from './swap.ts';
import { startThemeControl } from './theme.ts';
import { keepViews, showView } from './view.ts';

/*
 * Takes over the controls of public pages. Each is a link or a form that works alone; here it fetches the same
 * address and swaps the one part of the page that changed. Whatever fails becomes an ordinary navigation.
 */

const parts = '[data-chart], [data-part]';
let shown = location.search;
/** Fetched when a reader first wants to take a chart away. */
const share = () => import('./share.ts');

document.addEventListener('click', (event) => {
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
  if (event.defaultPrevented || button || metaKey || ctrlKey || shiftKey || altKey) return;
  const target = event.target as Element;
  const copier = target.closest<HTMLElement>('[data-copy-text]');
  if (copier) return void copyText(copier);
  const link = target.closest('a');
  if (!link || link.origin !== location.origin) return;
  if ('shareLink' in link.dataset) {
    event.preventDefault();
    if (link.ariaBusy) return;
    link.ariaBusy = 'true';
    share()
      .then(({ openShare }) => openShare(link))
      .catch(() => location.assign(link.href))
      .finally(() => (link.ariaBusy = null));
    return;
  }
  if (link.closest('.langs, .picker, .banner')) link.href = keepViews(new URL(link.href)).href;
  const tool = link.closest('.tools') && link.closest(parts)?.id;
  const part = link.dataset.swap ?? tool;
  // A link to elsewhere, such as to the metric's page or its CSV, is followed.
  if (!part || link.pathname !== location.pathname) return;
  event.preventDefault();
  if (link.dataset.viewLink) {
    showView(link);
    shown = location.search;
  } else go([part], new URL(link.href), { focus: link.dataset.key, reveal: link.dataset.swap });
});

document.addEventListener('change', ({ target }) => {
  const { form, dataset } = target as HTMLSelectElement;
  if (!form) return;
  const url = new URL(form.action);
  url.search = String(new URLSearchParams(new FormData(form) as never));
  const part = form.closest(parts)?.id;
  if (part) go([part], url, { focus: dataset.key });
  else location.assign(keepViews(url));
});

// A jump within the page also counts as going back, but changes nothing that is shown.
addEventListener('popstate', () => {
  if (location.search === shown) return;
  const ids = [...document.querySelectorAll(parts)].map(({ id }) => id);
  if (ids.length) go(ids, new URL(location.href), { push: false });
});

function go(ids: string[], url: URL, options: Parameters<typeof swap>[2]): void {
  const address = options.push === false ? url : keepViews(url);
  void swap(ids, address, options).then(() => {
    shown = location.search;
    askForNewer();
  });
}

/** Only charts that are held at a release can be behind: no other page needs to know how to ask. */
function askForNewer(): void {
  if (!document.querySelector('[data-newer]')) return;
  void import('./newer.ts').then(
    ({ tellNewer }) => tellNewer(),
    () => {},
  );
}

for (const touch of ['pointerover', 'focusin', 'touchstart'])
  document.addEventListener(touch, touchPlot, { passive: true });
startThemeControl();
const shared = document.querySelector<HTMLElement>('[data-share]');
// Where it cannot be had, the page works as without scripts.
if (shared)
  share().then(
    ({ takeOver }) => takeOver(shared),
    () => {},
  );
askForNewer();
