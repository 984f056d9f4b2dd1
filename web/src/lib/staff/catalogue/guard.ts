import { beforeNavigate } from '$app/navigation';
import type { Locale } from '$lib/paraglide/runtime.js';
import * as m from '$messages';

/** Asks before a page with unsaved changes is left. Call while a component starts. */
export function guardUnsaved(isUnsaved: () => boolean, locale: Locale): void {
  beforeNavigate((navigation) => {
    if (!isUnsaved()) return;
    // Where the document itself goes the browser asks in its own words.
    if (navigation.willUnload || !confirm(m.catalogue_unsaved({}, { locale }))) navigation.cancel();
  });
}
