/** POST /api/v1/push: facts go up. See protocol/push.ts for both bodies. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { verify } from '../../journal/keys.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { answerRepeat } from '../ledger/answer-repeat.ts';
import { appendBatch } from '../ledger/append-batch.ts';
import { readOffered } from '../ledger/offered-batch.ts';
import { noteReport } from '../ledger/note-report.ts';
import { probeHead } from '../ledger/probe-head.ts';
import type { ProvedRequest } from './prove-request.ts';
import { pushAnswer } from './push-answer.ts';
import { readPush } from './read-push.ts';
import { refuse, TILL_BUSY } from './refusal.ts';
import type { RequestContext, TillPlaneContext } from './context.ts';
import { forTill, type Answer } from './till-plane-context.ts';

export function pushRoute(app: FastifyInstance, context: TillPlaneContext): void {
  app.post(TILL_ROUTES.push, (request, reply) =>
    forTill(context, 'push', request, reply, (ofCaller, proved) => push(ofCaller, request, proved)),
  );
}

/** POST /api/v1/head: the same header with no facts; tells how far the ledger is, and takes the report. */
export function headRoute(app: FastifyInstance, context: TillPlaneContext): void {
  app.post(TILL_ROUTES.head, (request, reply) =>
    forTill(context, 'probe', request, reply, (ofCaller, proved) => probe(ofCaller, request, proved)),
  );
}

async function push(
  context: RequestContext,
  request: FastifyRequest,
  { till, key }: ProvedRequest,
): Promise<Answer> {
  const read = await readPush(request, till.till);
  if (read.is === 'refused') return read;
  if (read.lines.length === 0) return refuse(400, 'batch-invalid', 'The batch holds no facts.');
  const repeat = await answerRepeat(context.pool, read.header, read.lines);
  if (repeat !== null) {
    await noteReport(context.pool, till.till, read.header.report, context.clock());
    return pushAnswer(context, read.header, repeat);
  }
  const batch = readOffered(read.header, read.lines);
  const result = await appendBatch(context.pool, {
    batch,
    report: read.header.report,
    signature: read.header.sig,
    signatureOk: await verify(key, batch.tip.hash, read.header.sig),
    tillKey: till.publicKey,
    receivedAt: context.clock(),
  });
  if (result.is === 'busy') return TILL_BUSY;
  if (result.appended > 0) context.appended();
  return pushAnswer(context, read.header, result);
}

async function probe(
  context: RequestContext,
  request: FastifyRequest,
  { till }: ProvedRequest,
): Promise<Answer> {
  const read = await readPush(request, till.till);
  if (read.is === 'refused') return read;
  const { inc, from, prevHash, report } = read.header;
  await noteReport(context.pool, till.till, report, context.clock());
  return pushAnswer(
    context,
    read.header,
    await probeHead(context.pool, till.till, inc, { no: from - 1, hash: prevHash }),
  );
}
