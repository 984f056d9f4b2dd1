import { page } from '$app/state';
import type { CatalogueAnswer } from '$schema/staff/catalogue.ts';

/** The catalogue of the page. To be read inside `$derived`, as it is read again after each save. */
export const catalogueOfPage = (): CatalogueAnswer => page.data.catalogue as CatalogueAnswer;
