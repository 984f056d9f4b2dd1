import { tellHeight } from './embed-height.ts';
import { tellNewer } from './newer.ts';
import { touchPlot } from './plots.ts';

/* The script of a chart in the page of another site: it needs none to be read. */

for (const touch of ['pointerover', 'focusin', 'touchstart'])
  document.addEventListener(touch, touchPlot, { passive: true });
tellHeight();
tellNewer();
