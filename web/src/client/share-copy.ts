type Say = (text: string) => void;

/** Copies what a button names, and says so; where the browser refuses, what to do instead. */
export function answerCopies(root: HTMLElement, say: Say): void {
  root.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-copied]');
    if (button) void copy(root, button, say);
  });
  // Who comes to a field to copy it by hand finds it selected.
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) target.select();
  });
}

async function copy(root: HTMLElement, button: HTMLElement, say: Say): Promise<void> {
  say('');
  try {
    // Promises, not values: a browser lets a page copy only right after the click, not when an image has come.
    await navigator.clipboard.write([new ClipboardItem(partsOf(root, button))]);
    say(button.dataset.copied!);
  } catch {
    fallBack(root, button);
    say(button.dataset.refused ?? root.dataset.refused!);
  }
}

const valueOf = (root: HTMLElement, field: string): string =>
  root.querySelector<HTMLTextAreaElement>(field)!.value;

function partsOf(root: HTMLElement, { dataset }: HTMLElement): Record<string, Promise<Blob>> {
  const text = async (type: string, value: string) => new Blob([value], { type });
  if (dataset.image) return { 'image/png': readImage(dataset.image) };
  if (dataset.text) return { 'text/plain': text('text/plain', valueOf(root, `#${dataset.text}`)) };
  return {
    'text/html': text('text/html', valueOf(root, '[data-html]')),
    'text/plain': text('text/plain', valueOf(root, '[data-tsv]')),
  };
}

async function readImage(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.blob();
}

/** Leads to where the same can be had by hand. */
function fallBack(root: HTMLElement, { dataset }: HTMLElement): void {
  const details = root.querySelector('details')!;
  const png = (scale: number) => root.querySelector<HTMLElement>(`#share-png-${scale}`);
  // A very large image is not offered at twice its size.
  if (dataset.image) return (png(2) ?? png(1))!.focus();
  if (dataset.text) return root.querySelector<HTMLElement>(`#${dataset.text}`)!.focus();
  details.open = true;
  details.querySelector('summary')!.focus();
}

/** Puts today in the citations: a page that anyone may keep cannot know the day on which it is read. */
export function fillDays(root: HTMLElement): void {
  const today = new Date();
  const days = {
    // The one language whose dates are those of ISO 8601.
    iso: () => new Intl.DateTimeFormat('sv-SE').format(today),
    long: (tag: string) => new Intl.DateTimeFormat(tag, { dateStyle: 'long' }).format(today),
  };
  for (const field of root.querySelectorAll<HTMLTextAreaElement>('[data-day]')) {
    const { day, tag, unknown } = field.dataset;
    // A title may hold the same letters; the day stands behind it.
    const at = field.value.lastIndexOf(unknown!);
    if (at < 0) continue;
    const said = days[day as keyof typeof days](tag!);
    field.value = field.value.slice(0, at) + said + field.value.slice(at + unknown!.length);
  }
}
