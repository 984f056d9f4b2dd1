import { createStaffRouter } from '../../staff/route.ts';

export const releases = createStaffRouter();
