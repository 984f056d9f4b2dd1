import { createStaffRouter } from '../../staff/route.ts';

export const catalogue = createStaffRouter();
