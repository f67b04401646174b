/**
 * The till plane: what tills say to head office and hear from it, on the till's key alone. Nothing here knows or asks the
 * office's login. Every answer is sealed.
 */
import compress from '@fastify/compress';
import type { FastifyError, FastifyPluginAsync } from 'fastify';
import type { Pool } from 'pg';
import { PUSH_BYTES_MAX } from '../../protocol/limits.ts';
import { startProjector } from '../projections/projector.ts';
import type { DatabaseAddress } from '../database/database-address.ts';

import type { Clock } from '../server-clock.ts';
import type { ServerKeys } from '../server-keys.ts';
import { makeAdmission } from './admission.ts';
import type { AdmissionLimits } from './admission-rule.ts';
import { enrolRoute } from './enrol-route.ts';
import { startHintBoard } from './hint-board.ts';
import { hintRoute } from './hint-route.ts';
import { holeRoute } from './hole-route.ts';
import { importRoute } from './import-route.ts';
import { parkedRoute } from './parked-route.ts';
import { pullRoute } from './pull-route.ts';
import { headRoute, pushRoute } from './push-route.ts';
import { refuse, sendRefusal } from './refusal.ts';
import { repinRoute } from './repin-route.ts';
import { sealAnswers } from './seal-answers.ts';
import { makeTryBudget } from './try-budget.ts';

export interface TillPlaneOptions {
  /** As the role `evertill_till`. */
  readonly pool: Pool;
  /** Of the same database, to hear of changes at once; without it they are looked for every few seconds. */
  readonly address?: DatabaseAddress;
  readonly keys: ServerKeys;
  readonly clock: Clock;
  /** At least 0, below 1. */
  readonly chance?: () => number;
  readonly admission?: { readonly limits: AdmissionLimits };
  readonly log: (words: string) => void;
}

/** Room for a batch that does not compress at all. */
const BODY_BYTES_MAX = PUSH_BYTES_MAX + 65_536;
const COMPRESS_FROM_BYTES = 1_024;

export function tillPlane(options: TillPlaneOptions): FastifyPluginAsync {
  return async (app) => {
    const { pool, keys, clock, log } = options;
    const projector = startProjector({ pool, clock, log, sealedBox: keys.sealedBox.privateKey });
    app.addHook('onClose', () => projector.stop());

    // Before compression: the seal stands over the body that the till's browser hands out.
    sealAnswers(app, keys, clock);
    await app.register(compress, {
      encodings: ['br', 'gzip'],
      threshold: COMPRESS_FROM_BYTES,
      // A push is proved over its bytes as sent, and inflated under our own limit.
      globalDecompression: false,
    });
    app.setErrorHandler<FastifyError>((error, request, reply) => {
      const status = error.statusCode ?? 500;
      if (status === 413) return sendRefusal(reply, refuse(413, 'batch-too-large', error.message));
      if (status < 500) return sendRefusal(reply, refuse(status, 'input-invalid', error.message));
      log(`${request.method} ${request.routeOptions.url ?? ''} failed: ${error.stack ?? error.message}`);
      return reply.code(500).type('application/problem+json').send(FAILURE);
    });
    app.addContentTypeParser(
      'application/x-ndjson',
      { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX },
      (_request, body, done) => {
        done(null, body);
      },
    );

    const admission = makeAdmission({ chance: options.chance ?? Math.random, ...options.admission });
    const appended = (): void => projector.poke();
    const context = { pool, keys, clock, admission, businessOf: new Map<string, string>(), appended };
    pushRoute(app, context);
    headRoute(app, context);
    holeRoute(app, context);
    pullRoute(app, context);
    importRoute(app, context);
    parkedRoute(app, context);
    const hints = startHintBoard({ address: options.address ?? null, pool, log });
    app.addHook('onClose', () => hints.stop());
    hintRoute(app, context, hints);
    const wrongCodes = makeTryBudget(clock);
    enrolRoute(app, context, wrongCodes);
    repinRoute(app, context, wrongCodes);
  };
}

/** Without a code: a till takes it for what it is, an outage. */
const FAILURE = JSON.stringify({
  type: 'about:blank',
  status: 500,
  title: 'Something went wrong on the server.',
});
