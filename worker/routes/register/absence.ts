import { AppError } from '../../errors.ts';

/** Answered where the register of the asked release has no such entry; says where the entries are listed. */
export const noSuch = (what: string, id: string, list: string) =>
  new AppError(
    404,
    'not_found',
    `There is no ${what} "${id}" in this release. The list is at ${list}.`,
  );
