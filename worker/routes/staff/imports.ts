import { createStaffRouter } from '../../staff/route.ts';

export const imports = createStaffRouter();
