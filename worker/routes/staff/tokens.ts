import { z } from '@hono/zod-openapi';
import { tokenAnswer, tokenBody, tokensAnswer } from '../../../schema/staff/people.ts';
import { hasRole } from '../../../schema/staff/roles.ts';
import { AppError } from '../../errors.ts';
import { issueToken, listTokens, revokeToken } from '../../queries/staff/tokens.ts';
import { createStaffRouter, json, staffRoute } from '../../staff/route.ts';
import { hashSecret, makeSecret } from '../../staff/secret.ts';

const listRoute = staffRoute('GET /tokens', {
  summary: 'The API tokens, newest first; never the tokens themselves',
  answer: tokensAnswer,
});

const issueRoute = staffRoute('POST /tokens', {
  summary: 'Issue an API token: named, for a role, for some days',
  request: { body: json(tokenBody) },
  answer: tokenAnswer,
  says: 'The token, told this once.',
});

const revokeRoute = staffRoute('DELETE /tokens/{id}', {
  summary: 'Revoke an API token',
  request: { params: z.object({ id: z.string() }) },
  answer: z.object({}),
});

export const tokens = createStaffRouter()
  .openapi(listRoute, async (c) => c.json(await listTokens(c.get('db')), 200))
  .openapi(issueRoute, async (c) => {
    const { name, role, days } = c.req.valid('json');
    if (!hasRole(c.get('actor').role, role)) {
      throw new AppError(403, 'role_required', 'A token can do no more than who issues it.');
    }
    // The prefix lets a scanner of leaked secrets know it.
    const token = `yb_${makeSecret()}`;
    const asked = { name, role, days, secretHash: hashSecret(token) };
    return c.json({ ...(await issueToken(c.get('db'), c.get('actor'), asked)), token }, 200);
  })
  .openapi(revokeRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await revokeToken(c.get('db'), c.get('actor'), id), 200);
  });
