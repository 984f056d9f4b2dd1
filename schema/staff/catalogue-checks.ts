/**
 * What a change of the catalogue is checked by. Pure, and without zod: the pages carry the first two to the browser and
 * say the same before anything is sent.
 */
export * from './catalogue-checks/refusals.ts';
export * from './catalogue-checks/keys.ts';
export * from './catalogue-checks/contents.ts';
export * from './catalogue-checks/references.ts';
export * from './catalogue-checks/figures.ts';
