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

/** Every problem code the API can tell, and what to do about it. */
export const problemCodes: Record<string, string> = {
  invalid_request: 'A parameter is not as expected; `fields` names it and says what was expected.',
  not_found: 'There is nothing at this address, or no such metric or member in that release.',
  no_release: 'Nothing has been published yet.',
  release_not_found: 'There is no such release, or it is not public yet.',
  nothing_public_then: 'The day is before the first release.',
  method_not_allowed:
    'The address exists, but not for this method; the Allow header names those it takes.',
  internal: 'Something went wrong on this side; give the request id when you report it.',
};
