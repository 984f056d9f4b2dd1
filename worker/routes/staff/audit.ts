import { auditAnswer, auditQuery } from '../../../schema/staff/audit.ts';
import { listAudit } from '../../queries/staff/audit.ts';
import { createStaffRouter, staffRoute } from '../../staff/route.ts';

const listRoute = staffRoute('GET /audit', {
  summary: 'The audit trail, newest first: who changed what, when and why',
  request: { query: auditQuery },
  answer: auditAnswer,
});

export const audit = createStaffRouter().openapi(listRoute, async (c) =>
  c.json(await listAudit(c.get('db'), c.req.valid('query')), 200),
);
