import { createFront } from '../../worker/front.ts';

/** The Worker without the built pages, so that its tests need no web build. */
export default createFront(null);
