import css from '../lib/styles/share.css?inline';
import { answerCopies, fillDays } from './share-copy.ts';
import { readPage } from './share-page.ts';

let styled = false;

/** Opens the page that a link of a chart leads to in a dialog. Throws where that page cannot be had. */
export async function openShare(link: HTMLAnchorElement): Promise<void> {
  const { root } = await readPage(link.href);
  if (!styled) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    styled = true;
  }
  const dialog = document.createElement('dialog');
  dialog.className = 'share-dialog';
  dialog.setAttribute('aria-labelledby', 'share-title');
  dialog.setAttribute('closedby', 'any');
  dialog.append(root);
  document.body.append(dialog);
  root.querySelector<HTMLElement>('form[method=dialog]')!.hidden = false;
  const letGo = takeOver(root);
  dialog.addEventListener('close', () => {
    letGo();
    dialog.remove();
    link.focus();
  });
  dialog.showModal();
  // The first choice, whether live or frozen; the way out stands before it.
  root.querySelector<HTMLElement>('input:checked')?.focus();
}

/**
 * Follows the choices in place: sends the form, and puts what is made of it in the place of what was. The form itself
 * stays as it is, and so does the focus. Whatever fails leads to the page itself.
 * @returns what ends a question that is under way, for who leaves
 */
export function takeOver(root: HTMLElement): () => void {
  const form = root.querySelector<HTMLFormElement>('.share-choices')!;
  const made = () => root.querySelector<HTMLElement>('[data-made]')!;
  let asked: AbortController | null = null;
  let pending: Promise<void> | null = null;

  async function renew(): Promise<void> {
    asked?.abort();
    const { signal } = (asked = new AbortController());
    const url = addressOf(form);
    made().ariaBusy = 'true';
    try {
      const { root: fresh, page } = await readPage(url, signal);
      if (signal.aborted) return;
      put(made(), fresh.querySelector('[data-made]')!);
      if (!root.closest('dialog')) follow(url, page);
      const wrong = root.querySelector('.share-wrong')?.textContent;
      say(root, wrong ?? root.dataset.updated!);
    } catch {
      if (!signal.aborted) location.assign(url);
    } finally {
      if (!signal.aborted) pending = null;
    }
  }
  const choose = (event: Event) => {
    event.preventDefault();
    // What takes over other forms would leave this page.
    event.stopPropagation();
    pending = renew();
  };
  form.addEventListener('change', choose);
  form.addEventListener('submit', choose);

  // Who chooses and takes at once takes what was chosen, not what stood there before.
  root.addEventListener(
    'click',
    (event) => {
      const id = (event.target as Element).closest('[data-made] :is(a, button)')?.id;
      if (!pending || !id) return;
      event.preventDefault();
      event.stopPropagation();
      void pending.then(() => document.getElementById(id)?.click());
    },
    { capture: true },
  );
  answerCopies(root, (text) => say(root, text));
  fillDays(root);
  return () => asked?.abort();
}

/** Says what was done, where it can be seen and heard. */
function say(root: HTMLElement, text: string): void {
  root.querySelector('[role=status]')!.textContent = text;
}

/** The page that the form asks for; what is empty or has no effect is left out. */
function addressOf(form: HTMLFormElement): URL {
  const url = new URL(form.action);
  const data = new FormData(form);
  if (data.get('width') !== 'own') data.delete('own');
  for (const [key, value] of data) if (value) url.searchParams.append(key, String(value));
  return url;
}

function put(old: HTMLElement, fresh: HTMLElement): void {
  const id = old.contains(document.activeElement) && document.activeElement!.id;
  const open = old.querySelector('details')!.open;
  fillDays(fresh);
  fresh.querySelector('details')!.open = open;
  old.replaceWith(fresh);
  if (id) document.getElementById(id)?.focus({ preventScroll: true });
}

/** The address of the page follows the choices, and so does what else on it depends on the address. */
function follow(url: URL, page: Document): void {
  history.replaceState(null, '', url);
  for (const part of ['.langs', '.mast-side > a'])
    document.querySelector(part)!.replaceWith(page.querySelector(part)!);
  document.querySelectorAll('.banner').forEach((banner) => banner.remove());
  document.querySelector('main')!.before(...page.querySelectorAll('.banner'));
}
