/**
 * Runs in the measured page before its first byte, and keeps what is seen in `bench`. In plain JavaScript: the
 * program around it knows the types of the Worker, not of a page.
 *
 * `bench.shown`, in ms since the navigation, or null after half a minute: when the first frame that holds all
 * figures and charts was on the screen. At the start of each frame we look whether every wanted element is in the
 * document, and its end parsed; then a dot is added, and Element Timing tells when the frame with the dot was
 * presented. It is the same for every page, and waits for style, layout, paint and whatever blocks them.
 */
function watch(wanted) {
  const seen = (window.bench.seen = { blocking: 0, shift: 0 });
  const observe = (type, add) =>
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({
      type,
      buffered: true,
    });
  observe('longtask', ({ duration }) => (seen.blocking += duration - 50));
  observe('layout-shift', ({ value }) => (seen.shift += value));
  window.bench.shown = new Promise((resolve) => {
    observe('element', ({ identifier, renderTime }) => identifier === 'dot' && resolve(renderTime));
    setTimeout(() => resolve(null), 30_000);
  });

  const isParsed = (node) => {
    for (let at = node; at; at = at.parentNode) if (at.nextSibling) return true;
    return document.readyState !== 'loading';
  };
  const isThere = ([selector, count]) => {
    const found = document.querySelectorAll(selector);
    return found.length >= count && isParsed(found[found.length - 1]);
  };
  const addDot = () => {
    const dot = document.createElement('div');
    dot.setAttribute('elementtiming', 'dot');
    dot.ariaHidden = 'true';
    dot.textContent = '.';
    // Set through the CSSOM: a content policy may refuse the attribute.
    Object.assign(dot.style, { position: 'fixed', top: '0', left: '0', pointerEvents: 'none' });
    document.documentElement.append(dot);
  };
  const look = () => (wanted.every(isThere) ? addDot() : requestAnimationFrame(look));
  requestAnimationFrame(look);
}

/** Waits until the page has had nothing to do twice. */
async function settle() {
  for (let i = 0; i < 2; i++) {
    // In this order: a page that draws no frame may never be told that it is idle.
    await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => requestIdleCallback(done));
  }
}

/** The paths of what held the first frames up; where a script draws the charts, of the scripts too. */
function findHolding(drawnByScript) {
  return performance
    .getEntriesByType('resource')
    .filter(
      ({ renderBlockingStatus, initiatorType }) =>
        renderBlockingStatus === 'blocking' || (drawnByScript && initiatorType === 'script'),
    )
    .map(({ name }) => new URL(name).pathname);
}

/** From the request of the page to its last byte, in ms. */
function measureTransfer() {
  const [{ requestStart, responseEnd }] = performance.getEntriesByType('navigation');
  return responseEnd - requestStart;
}

/** How long a fixed piece of work takes at best, in ms: tells whether the CPU is slowed. */
function fastestWork() {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    let sum = 0;
    for (let i = 0; i < 1e7; i++) sum += i % 7;
    return performance.now() - start + sum * 0;
  });
  return Math.min(...times);
}

window.bench = { watch, settle, findHolding, measureTransfer, fastestWork };
