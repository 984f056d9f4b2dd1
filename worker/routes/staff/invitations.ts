import { z } from '@hono/zod-openapi';
import {
  acceptAnswer,
  acceptBody,
  invitationAnswer,
  invitationBody,
  lookAnswer,
  lookBody,
} from '../../../schema/staff/people.ts';
import { acceptInvitation } from '../../queries/staff/accept-invitation.ts';
import {
  findInvitation,
  invite,
  revokeInvitation,
  roleOf,
} from '../../queries/staff/invitations.ts';
import { createStaffRouter, json, staffRoute } from '../../staff/route.ts';
import { hashSecret, makeSecret } from '../../staff/secret.ts';

const inviteRoute = staffRoute('POST /invitations', {
  summary:
    'Invite a person, or let one who is there set a new password: a link for one use, 7 days',
  request: { body: json(invitationBody) },
  answer: invitationAnswer,
  says: 'The secret, told this once; the link is `/staff/join#` and the secret.',
});

const revokeRoute = staffRoute('DELETE /invitations/{id}', {
  summary: 'Revoke an invitation that was not used',
  request: { params: z.object({ id: z.string() }) },
  answer: z.object({}),
});

const lookRoute = staffRoute('POST /invitations/look', {
  summary: 'Whom an invitation is for',
  request: { body: json(lookBody) },
  answer: lookAnswer,
});

const acceptRoute = staffRoute('POST /invitations/accept', {
  summary: 'Use an invitation: set a password, and join',
  request: { body: json(acceptBody) },
  answer: acceptAnswer,
});

export const invitations = createStaffRouter()
  .openapi(inviteRoute, async (c) => {
    const secret = makeSecret();
    const asked = { ...c.req.valid('json'), secretHash: hashSecret(secret) };
    return c.json({ ...(await invite(c.get('db'), c.get('actor'), asked)), secret }, 200);
  })
  .openapi(revokeRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await revokeInvitation(c.get('db'), c.get('actor'), id), 200);
  })
  .openapi(lookRoute, async (c) => {
    const hash = hashSecret(c.req.valid('json').secret);
    const found = await findInvitation(c.get('db'), hash, new Date().toISOString());
    const { email } = found.invitation;
    return c.json({ email, role: roleOf(found), returning: found.person !== null }, 200);
  })
  .openapi(acceptRoute, async (c) => {
    const { secret, ...asked } = c.req.valid('json');
    const accepted = { ...asked, secretHash: hashSecret(secret) };
    return c.json(await acceptInvitation(c.get('db'), accepted), 200);
  });
