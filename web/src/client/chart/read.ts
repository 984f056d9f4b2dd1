import type { ChartData } from './canvas.ts';
import { follow, followSecondTouch, linkAt } from './links.ts';
import { placeAt, seriesOf, step } from './points.ts';
import type { Place } from './points.ts';

interface Reader {
  data(): ChartData;
  place(): Place | null;
  /** `ring`: whether to ring the point, for the keyboard. */
  show(place: Place | null, ring: boolean): void;
}

/** Lets a reader walk the points by arrow keys, which are spoken by the live region, and by pointer. */
export function readByKeyAndPointer(
  plot: HTMLElement,
  canvas: HTMLCanvasElement,
  { data, place, show }: Reader,
  signal: AbortSignal,
): void {
  const region = plot.querySelector('.reading');
  const byKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = place();
    const link = event.key === 'Enter' && at && linkAt(plot, at);
    if (link) return follow(link);
    const to = step(data(), at, event.key);
    if (!to) return;
    event.preventDefault();
    const found = to === 'leave' ? null : to;
    show(found, true);
    if (!region) return;
    const hint = found && linkAt(plot, found) ? ` – ${plot.dataset.follow}` : '';
    region.textContent = found
      ? seriesOf(data())[found.series]!.points[found.point]!.reading + hint
      : '';
  };
  const byPointer = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    const scale = data().layout.width / box.width;
    const at = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale] as const;
    show(placeAt(data(), ...at), false);
  };
  const leave = () => show(null, false);
  /** A finger that is lifted leaves too; what it showed stays until another place is touched. */
  const leaveByPointer = ({ pointerType }: PointerEvent) => pointerType === 'touch' || leave();
  /** Not to a link of its own, which a touch focuses. */
  const leaveByFocus = ({ relatedTarget }: FocusEvent) =>
    plot.contains(relatedTarget as Node | null) || leave();
  plot.addEventListener('keydown', byKey, { signal });
  plot.addEventListener('pointermove', byPointer, { signal });
  plot.addEventListener('pointerdown', byPointer, { signal });
  plot.addEventListener('pointerleave', leaveByPointer, { signal });
  plot.addEventListener('focusout', leaveByFocus, { signal });
  followSecondTouch(plot, place, signal);
}
