/** Who may do what among the staff: the one table that the server checks, the pages read and the tests compare with. */

/** Each role may do all that those before it may. */
export const roles = ['viewer', 'editor', 'reviewer', 'admin'] as const;
export type Role = (typeof roles)[number];

export const hasRole = (role: Role, needed: Role): boolean =>
  roles.indexOf(role) >= roles.indexOf(needed);

/** `anyone` needs no sign-in: the address itself carries a secret. */
export type Needed = Role | 'anyone';

/** Every address below `/api/v1/staff` and the least role that it takes. What is not here is not served. */
export const staffRoutes = {
  'GET /me': 'viewer',

  'GET /returns': 'viewer',
  'POST /returns': 'editor',
  'GET /returns/{year}': 'viewer',
  'PUT /returns/{year}/cells': 'editor',
  'POST /returns/{year}/submit': 'editor',
  'GET /returns/{year}/template.{format}': 'viewer',
  'GET /returns/{year}/review': 'viewer',
  'POST /returns/{year}/send-back': 'reviewer',

  'GET /releases': 'viewer',
  'GET /releases/register': 'viewer',
  'POST /releases': 'reviewer',
  'DELETE /releases/{n}': 'reviewer',

  'POST /imports/inspect': 'editor',
  'POST /imports': 'editor',

  'GET /catalogue': 'viewer',
  'GET /catalogue/counts': 'viewer',
  'PUT /catalogue/{kind}/{key}': 'admin',
  'DELETE /catalogue/{kind}/{key}': 'admin',
  'PUT /sources/{key}': 'editor',

  'GET /records': 'viewer',
  'GET /records/template.{format}': 'viewer',
  'POST /records/import': 'editor',
  'GET /records/{key}': 'viewer',
  'PUT /records/{key}': 'editor',
  'DELETE /records/{key}': 'editor',
  'GET /organisations': 'viewer',
  'GET /organisations/similar': 'viewer',
  'GET /organisations/{key}': 'viewer',
  'PUT /organisations/{key}': 'editor',
  'DELETE /organisations/{key}': 'editor',
  'POST /organisations/{key}/merge': 'editor',

  'GET /charts': 'viewer',
  'PUT /charts/{name}': 'editor',
  'DELETE /charts/{name}': 'reviewer',

  'GET /audit': 'viewer',
  'POST /audit/{n}/restore': 'editor',

  'GET /people': 'admin',
  'PATCH /people/{id}': 'admin',
  'POST /invitations': 'admin',
  'DELETE /invitations/{id}': 'admin',
  'POST /invitations/look': 'anyone',
  'POST /invitations/accept': 'anyone',
  'GET /tokens': 'admin',
  'POST /tokens': 'admin',
  'DELETE /tokens/{id}': 'admin',
  'GET /settings': 'viewer',
  'PUT /settings': 'admin',

  'GET /embeds': 'viewer',
} as const satisfies Record<string, Needed>;

export type StaffRoute = keyof typeof staffRoutes;
