import { createStaffRouter } from '../../staff/route.ts';

export const people = createStaffRouter();
