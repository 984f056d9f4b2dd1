/** The mark by which WordPress knows the frames that it made, in the fragment of their address. */
const wordpress = /secret=([a-zA-Z0-9]{10})$/.exec(location.hash)?.[1];

/**
 * Tells the page around the frame how high the chart is, whenever that changes. Whoever frames the chart may know: its
 * height says nothing that its address does not, so any origin is told. Nothing that is said to the frame changes it.
 */
export function tellHeight(): void {
  if (parent === window) return;
  const tell = () => {
    const { height } = document.body.getBoundingClientRect();
    parent.postMessage({ yearbook: { height, title: document.title } }, '*');
    if (wordpress) tellWordPress('height', Math.ceil(height));
  };
  // At once: a browser does not observe what is in a frame that is not shown yet.
  tell();
  new ResizeObserver(tell).observe(document.body);
  if (!wordpress) return;
  // Its script may come after the frame, and asks then.
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.message === 'ready' && data.secret === wordpress) tell();
  });
  // It lets no link out of the frame, and follows those to the same host for the reader.
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest('a');
    if (link) tellWordPress('link', link.href);
  });
}

const tellWordPress = (message: string, value: number | string): void =>
  parent.postMessage({ message, value, secret: wordpress }, '*');
