/** The head of the OpenAPI document. */
export const documentInfo = {
  openapi: '3.1.0',
  info: {
    title: 'Yearbook API',
    version: '1',
    description:
      'The public record of a centre’s yearly figures. Everything is a function of the release and the address: ' +
      'name a release (`release=3`) or a day (`as_of=2025-03-01`) and the answer never changes. ' +
      'A value that is not known is null with a reason, never 0.',
  },
  servers: [{ url: '/' }],
};

/** The head of the OpenAPI document of the staff's addresses. */
export const staffDocumentInfo = {
  openapi: '3.1.0',
  info: {
    title: 'Yearbook staff API',
    version: '1',
    description:
      'Where the figures of a year are entered, reviewed and published. Sign in, or send an API token: ' +
      '`Authorization: Bearer …`. An administrator issues tokens.',
  },
  servers: [{ url: '/' }],
};

/** Every problem code the API can tell, and what to do about it. */
export const problemCodes: Record<string, string> = {
  invalid_request: 'A parameter is not as expected; `fields` names it and says what was expected.',
  not_implemented: 'oEmbed is answered as json or xml.',
  not_found: 'There is nothing at this address, or no such metric or member in that release.',
  chart_withdrawn: 'There was a chart of this name; the centre no longer keeps it.',
  no_release: 'Nothing has been published yet.',
  release_not_found: 'There is no such release, or it is not public yet.',
  nothing_public_then: 'The day is before the first release.',
  too_many_years: 'One yearbook holds at most 12 years; `fields` says from which on.',
  method_not_allowed:
    'The address exists, but not for this method; the Allow header names those it takes.',
  signed_out: 'Sign in, or send a token that is valid.',
  role_required: 'The role of the person or the token does not suffice.',
  wrong_credentials: 'The e-mail address or the password is not right.',
  wrong_password: 'The current password is not right.',
  suspended: 'The person is suspended: an administrator can restore them.',
  too_many_attempts: 'Too many attempts to sign in; `retryAfter` says how many seconds to wait.',
  invitation_gone: 'The invitation was used, was revoked, or is older than 7 days.',
  own_role: 'Nobody changes their own role or suspends themselves.',
  last_admin: 'The last administrator can neither be given another role nor be suspended.',
  cross_site: 'A page of another site sent the request; it was refused.',
  not_set_up: 'The deployment has no key to sign sessions with.',
  busy: 'Others are saving at the same moment. Nothing was written; send it again.',
  too_large: 'The body is above what is taken.',
  edit_conflict:
    'Someone else saved first. Nothing was written; `conflicts` holds what is there now.',
  return_locked: 'The return is submitted or published, or was never started.',
  refused: 'A figure cannot be true. Nothing was written; `cells` says which and why.',
  unexplained: 'Figures need a note before the return can be submitted; `cells` says which.',
  not_allowed:
    'The state of the record does not allow it; the detail says why, and `obstacles` when it is a publication.',
  invalid_time: 'A release can be set for a time to come, at most two years ahead.',
  release_waiting: 'A release that changes this waits for its time: withdraw it first, or wait.',
  changed_since:
    'The returns or the catalogue have changed since the `seen` of the request. Read them again before publishing.',
  not_waiting: 'Only a release whose time has not come can be withdrawn, until a minute before it.',
  internal: 'Something went wrong on this side; give the request id when you report it.',
};
