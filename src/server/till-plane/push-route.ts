/** POST /api/v1/push: facts go up. See protocol/push.ts for both bodies. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { verify } from '../../journal/keys.ts';
import type { PushAnswer } from '../../protocol/push.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { appendBatch, type AppendResult } from '../ledger/append-batch.ts';
import { readOffered } from '../ledger/offered-batch.ts';
import { noteReport } from '../ledger/note-report.ts';
import { probeHead, type HeadAnswer } from '../ledger/probe-head.ts';
import type { ProvedRequest } from './prove-request.ts';
import { readPush, type ReadPush } from './read-push.ts';
import { refuse } from './refusal.ts';
import { readServerState } from './server-state.ts';
import { forTill, type Answer, type TillPlaneContext } from './till-plane-context.ts';

const BUSY_RETRY_AFTER_SECONDS = 1;

export function pushRoute(app: FastifyInstance, context: TillPlaneContext): void {
  app.post(TILL_ROUTES.push, (request, reply) =>
    forTill(context, 'push', request, reply, (proved) => push(context, request, proved)),
  );
}

/** POST /api/v1/head: the same header with no facts; tells how far the ledger is, and takes the report. */
export function headRoute(app: FastifyInstance, context: TillPlaneContext): void {
  app.post(TILL_ROUTES.head, (request, reply) =>
    forTill(context, 'probe', request, reply, (proved) => probe(context, request, proved)),
  );
}

async function push(
  context: TillPlaneContext,
  request: FastifyRequest,
  { till, key }: ProvedRequest,
): Promise<Answer> {
  const read = await readPush(request, till.till);
  if (read.is === 'refused') return read;
  if (read.lines.length === 0) return refuse(400, 'batch-invalid', 'The batch holds no facts.');
  const batch = readOffered(read.header, read.lines);
  const result = await appendBatch(context.pool, {
    batch,
    report: read.header.report,
    signature: read.header.sig,
    signatureOk: await verify(key, batch.tip.hash, read.header.sig),
    tillKey: till.publicKey,
    receivedAt: context.clock(),
  });
  if (result.is === 'busy') {
    return refuse(503, 'till-busy', 'Another push of this till is under way.', BUSY_RETRY_AFTER_SECONDS);
  }
  if (result.appended > 0) context.appended();
  return answer(context, read, result);
}

async function probe(
  context: TillPlaneContext,
  request: FastifyRequest,
  { till }: ProvedRequest,
): Promise<Answer> {
  const read = await readPush(request, till.till);
  if (read.is === 'refused') return read;
  const { inc, from, prevHash, report } = read.header;
  await noteReport(context.pool, till.till, report, context.clock());
  return answer(
    context,
    read,
    await probeHead(context.pool, till.till, inc, { no: from - 1, hash: prevHash }),
  );
}

type Found = HeadAnswer | Extract<AppendResult, { is: 'answered' }>;

async function answer(context: TillPlaneContext, { header }: ReadPush, found: Found): Promise<Answer> {
  const value: PushAnswer = {
    ...(await readServerState(context.pool, header.till)),
    head: found.head,
    forkedAt: found.forkedAt,
    expected: found.expected,
    quarantined: 'quarantined' in found ? [...found.quarantined] : [],
    // No backup is verified yet, so no till may prune.
    safe: { inc: header.inc, no: 0 },
    serverTime: context.clock(),
    retryAfterMs: null,
  };
  return { is: 'answer', value };
}
