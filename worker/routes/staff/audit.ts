import {
  auditAnswer,
  auditParam,
  auditQuery,
  restoreBody,
  restoredAnswer,
} from '../../../schema/staff/audit.ts';
import { listAudit } from '../../queries/staff/audit.ts';
import { restoreEntry } from '../../queries/staff/restore-entry.ts';
import { createStaffRouter, staffRoute } from '../../staff/route.ts';

const listRoute = staffRoute('GET /audit', {
  summary: 'The audit trail, newest first: who changed what, when and why',
  request: { query: auditQuery },
  answer: auditAnswer,
});

const restoreRoute = staffRoute('POST /audit/{n}/restore', {
  summary:
    'Make what an entry changed again what it was, as a draft: a figure, the register, a merge',
  request: {
    params: auditParam,
    body: { required: false, content: { 'application/json': { schema: restoreBody } } },
  },
  answer: restoredAnswer,
});

export const audit = createStaffRouter()
  .openapi(listRoute, async (c) => c.json(await listAudit(c.get('db'), c.req.valid('query')), 200))
  .openapi(restoreRoute, async (c) => {
    const { n } = c.req.valid('param');
    const { why } = c.req.valid('json');
    return c.json(await restoreEntry(c.get('db'), c.get('actor'), n, why), 200);
  });
