import type { CodedView } from '$schema/verify/view.ts';

/** The view of a code as the query of a page or a file. */
export const viewParams = ({
  by,
  show,
  lines,
  from,
  to,
}: Extract<CodedView, { kind: 'chart' }>): URLSearchParams =>
  new URLSearchParams({
    by,
    show,
    from: String(from),
    to: String(to),
    ...(lines && { type: 'line' }),
  });
