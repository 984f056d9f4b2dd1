import { bodyLimit } from 'hono/body-limit';
import { requestId } from 'hono/request-id';
import { staffDocumentInfo } from './document.ts';
import { AppError, answerError, answerNotFound } from './errors.ts';
import { audit } from './routes/staff/audit.ts';
import { auth } from './routes/staff/auth.ts';
import { catalogue } from './routes/staff/catalogue.ts';
import { charts } from './routes/staff/charts.ts';
import { embeds } from './routes/staff/embeds.ts';
import { imports } from './routes/staff/imports.ts';
import { me } from './routes/staff/me.ts';
import { people } from './routes/staff/people.ts';
import { register } from './routes/staff/register.ts';
import { registerImport } from './routes/staff/register-import.ts';
import { releases } from './routes/staff/releases.ts';
import { returns } from './routes/staff/returns.ts';
import { sameOrigin } from './staff/guard.ts';
import { createStaffRouter } from './staff/route.ts';

const router = createStaffRouter();
router.onError(answerError);
router.notFound(answerNotFound);
router.use(
  '*',
  requestId(),
  async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'private, no-store');
  },
  sameOrigin,
);
router.use(
  '*',
  bodyLimit({
    maxSize: 6 * 1024 * 1024,
    onError: () => {
      throw new AppError(413, 'too_large', 'This is too large: at most 5 MB can be sent at once.');
    },
  }),
);

router.route('/api/auth', auth);

/** The staff's half of the API, as a chain: its type is what the typed client reads. */
export const staffApp = router
  .route('/api/v1/staff', me)
  .route('/api/v1/staff', returns)
  .route('/api/v1/staff', imports)
  .route('/api/v1/staff', releases)
  .route('/api/v1/staff', catalogue)
  .route('/api/v1/staff', registerImport)
  .route('/api/v1/staff', register)
  .route('/api/v1/staff', charts)
  .route('/api/v1/staff', embeds)
  .route('/api/v1/staff', audit)
  .route('/api/v1/staff', people);

router.openAPIRegistry.registerComponent('securitySchemes', 'session', {
  type: 'apiKey',
  in: 'cookie',
  name: 'yearbook.session_token',
});
router.openAPIRegistry.registerComponent('securitySchemes', 'token', {
  type: 'http',
  scheme: 'bearer',
});
router.doc31('/api/v1/staff/openapi.json', staffDocumentInfo);

/** The OpenAPI document of the staff's addresses. */
export const describeStaffApi = () => router.getOpenAPI31Document(staffDocumentInfo);

export type StaffApi = typeof staffApp;
