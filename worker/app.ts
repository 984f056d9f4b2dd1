import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { AppError, answerError, answerNotFound, answerProblem } from './errors.ts';
import { createRouter } from './openapi.ts';
import { describeSite } from './docs/site.ts';
import { documentInfo } from './document.ts';
import { charts } from './routes/charts.ts';
import { dataset } from './routes/dataset.ts';
import { createDocs } from './routes/docs.ts';
import { history } from './routes/history.ts';
import { metricFiles } from './routes/metric-files.ts';
import { metrics } from './routes/metrics.ts';
import { newer } from './routes/newer.ts';
import { overview } from './routes/overview.ts';
import { registerChanges } from './routes/register/changes.ts';
import { countries } from './routes/register/countries.ts';
import { evidence } from './routes/register/evidence.ts';
import { organisations } from './routes/register/organisations.ts';
import { records } from './routes/register/records.ts';
import { register } from './routes/register/whole.ts';
import { yearComparisons } from './routes/register/year-comparisons.ts';
import { releases } from './routes/releases.ts';
import { verify } from './routes/verify.ts';
import { yearbook } from './routes/yearbook.ts';

const router = createRouter();
router.onError(answerError);
router.notFound(answerNotFound);
router.use('*', requestId(), cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'] }));
router.use(
  '*',
  methodNotAllowed({
    app: router,
    onMethodNotAllowed: (c, methods) => {
      c.header('allow', methods.join(', '));
      return answerProblem(
        c,
        new AppError(405, 'method_not_allowed', `This address takes ${methods.join(', ')} only.`),
      );
    },
  }),
);

/** The API, as a chain: its type is what the typed client reads. */
export const app = router
  .route('/api/v1', metrics)
  .route('/api/v1', metricFiles)
  .route('/api/v1', dataset)
  .route('/api/v1', newer)
  .route('/api/v1', overview)
  .route('/api/v1', yearbook)
  .route('/api/v1', releases)
  .route('/api/v1', registerChanges)
  .route('/api/v1', history)
  .route('/api/v1', records)
  .route('/api/v1', organisations)
  .route('/api/v1', countries)
  .route('/api/v1', evidence)
  .route('/api/v1', register)
  .route('/api/v1', yearComparisons)
  .route('/api/v1', verify)
  .route('/api/v1', charts)
  .route(
    '/api',
    createDocs(
      () => router.getOpenAPI31Document(documentInfo),
      // Loaded only for this page: readers of the record need nothing of it.
      async () => (await import('./staff-app.ts')).describeStaffApi(),
    ),
  );

describeSite(router);
router.doc31('/api/v1/openapi.json', documentInfo);

export type Api = typeof app;
