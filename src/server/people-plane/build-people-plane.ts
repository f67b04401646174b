/** The people plane: everything behind a manager's sign-in, as an app that needs no port to be tested. */
import cookie from '@fastify/cookie';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { ECHO_HEADER } from '../../protocol/till-messages.ts';
import { replyProblem } from '../front/problem-reply.ts';
import { openApiPaths } from '../api/open-api.ts';
import { addAccountRoutes } from './account-routes.ts';
import { addActsRoutes } from './acts-routes.ts';
import { addCardRoutes } from './card-routes.ts';
import { addCatalogueRoutes } from './catalogue-routes.ts';
import { addDayRoutes } from './day-routes.ts';
import { addDrawerRoutes } from './drawer-routes.ts';
import { addFoundRoutes } from './found-routes.ts';
import { addImportRoutes } from './import-routes.ts';
import { collectOfficeApi, OFFICE_API_ROUTE } from './office-api.ts';
import { addLiveRoute } from './live-route.ts';
import type { PeopleDependencies } from './office-route.ts';
import { isFromOtherSite } from './refuse-other-sites.ts';
import { addReportRoutes } from './report-routes.ts';
import { addRulesRoutes } from './rules-routes.ts';
import { addSaleRoutes } from './sale-routes.ts';
import { addSetUpRoutes } from './set-up-routes.ts';
import { addSettleRoutes } from './settle-routes.ts';
import { addSignOffRoutes } from './sign-off-routes.ts';
import { addSignInRoutes } from './sign-in-routes.ts';
import { addJournalRoutes } from './journal-routes.ts';
import { addSignInsRoutes } from './sign-ins-routes.ts';
import { addStaffRoutes } from './staff-routes.ts';
import { addTillChangeRoutes } from './till-change-routes.ts';
import { addTillRoutes } from './till-routes.ts';

/** The arrangement of all tiles is the largest thing an office sends. */
const BODY_BYTES_MAX = 128 * 1024;
/** Our own random text, never anything of a page. */
const ECHO = /^[A-Za-z0-9_-]{8,64}$/;

export async function buildPeoplePlane(dependencies: PeopleDependencies): Promise<FastifyInstance> {
  // Listens on a local socket only: what the front says of the caller is all there is.
  const app = Fastify({ logger: false, bodyLimit: BODY_BYTES_MAX, trustProxy: true });
  await app.register(cookie);
  app.addHook('onRequest', async (request, reply) => {
    const echo = request.headers[ECHO_HEADER];
    if (typeof echo === 'string' && ECHO.test(echo)) reply.header(ECHO_HEADER, echo);
    reply.header('cache-control', 'no-store');
    if (isFromOtherSite(request))
      return replyProblem(reply, 403, 'not-permitted', 'Another site may not ask this.');
    return undefined;
  });
  app.setNotFoundHandler((_request, reply) =>
    replyProblem(reply, 404, 'not-found', 'There is no such route.'),
  );
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return replyProblem(reply, status, 'input-invalid', error.message);
    dependencies.log(
      `${request.method} ${request.routeOptions.url ?? ''} failed: ${error.stack ?? error.message}`,
    );
    return replyFailure(reply);
  });
  const api = collectOfficeApi(app);
  app.get(OFFICE_API_ROUTE, () => openApiPaths(api));
  app.get('/healthz', async (_request, reply) => reply.code(await healthOf(dependencies)).send());
  addSignInRoutes(app, dependencies);
  addFoundRoutes(app, dependencies);
  addSetUpRoutes(app, dependencies);
  addDayRoutes(app, dependencies);
  addSettleRoutes(app, dependencies);
  addSignOffRoutes(app, dependencies);
  addCardRoutes(app, dependencies);
  addSaleRoutes(app, dependencies);
  addReportRoutes(app, dependencies);
  addLiveRoute(app, dependencies);
  addTillRoutes(app, dependencies);
  addTillChangeRoutes(app, dependencies);
  addDrawerRoutes(app, dependencies);
  addJournalRoutes(app, dependencies);
  addCatalogueRoutes(app, dependencies);
  addStaffRoutes(app, dependencies);
  addImportRoutes(app, dependencies);
  addRulesRoutes(app, dependencies);
  addActsRoutes(app, dependencies);
  addAccountRoutes(app, dependencies);
  addSignInsRoutes(app, dependencies);
  return app;
}

async function healthOf({ pool }: PeopleDependencies): Promise<200 | 503> {
  return pool.query('select 1').then(
    () => 200,
    () => 503,
  );
}

/** Without a code, as nothing is refused here: it is an outage. */
function replyFailure(reply: FastifyReply): FastifyReply {
  return reply
    .code(500)
    .type('application/problem+json')
    .send({ type: 'about:blank', status: 500, title: 'Something went wrong in the office.' });
}
