import { createStaffRouter } from '../../staff/route.ts';

export const returns = createStaffRouter();
