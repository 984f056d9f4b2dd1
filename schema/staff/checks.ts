/**
 * What a return is checked by, the same while it is typed and when it is saved. Pure, and without zod: the pages
 * carry it to the browser.
 */
export * from './checks/effective.ts';
export * from './checks/register.ts';
export * from './checks/totals.ts';
export * from './checks/refusals.ts';
export * from './checks/warnings.ts';
export * from './checks/completeness.ts';
export * from './checks/changes.ts';
