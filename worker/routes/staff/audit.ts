import {
  auditAnswer,
  auditParam,
  auditQuery,
  restoredAnswer,
} from '../../../schema/staff/audit.ts';
import { listAudit } from '../../queries/staff/audit.ts';
import { restoreCell } from '../../queries/staff/restore-cell.ts';
import { createStaffRouter, staffRoute } from '../../staff/route.ts';

const listRoute = staffRoute('GET /audit', {
  summary: 'The audit trail, newest first: who changed what, when and why',
  request: { query: auditQuery },
  answer: auditAnswer,
});

const restoreRoute = staffRoute('POST /audit/{n}/restore', {
  summary: 'Put the value that an entry replaced back into the draft',
  request: { params: auditParam },
  answer: restoredAnswer,
});

export const audit = createStaffRouter()
  .openapi(listRoute, async (c) => c.json(await listAudit(c.get('db'), c.req.valid('query')), 200))
  .openapi(restoreRoute, async (c) => {
    const { n } = c.req.valid('param');
    return c.json(await restoreCell(c.get('db'), c.get('actor'), n), 200);
  });
