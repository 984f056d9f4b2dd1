import { createStaffRouter } from '../../staff/route.ts';

export const audit = createStaffRouter();
