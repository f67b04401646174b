/** POST /api/v1/push: facts go up. See protocol/push.ts for both bodies. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { verify } from '../../journal/keys.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { answerRepeat } from '../ledger/answer-repeat.ts';
import { appendBatch } from '../ledger/append-batch.ts';
import { readOffered } from '../ledger/offered-batch.ts';
import { readChain } from '../ledger/held-facts.ts';
import { noteReport } from '../ledger/note-report.ts';
import { probeHead } from '../ledger/probe-head.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { EnrolledTill } from './enrolled-till.ts';
import type { ProvedRequest } from './prove-request.ts';
import { pushAnswer } from './push-answer.ts';
import { readPush } from './read-push.ts';
import { refuse, TILL_BUSY } from './refusal.ts';
import type { RequestContext, TillPlaneContext } from './context.ts';
import { forTill, type Answer } from './till-plane-context.ts';

const NOT_ITS_CHAIN = refuse(403, 'not-permitted', 'This journal is of the tablet that took the till over.');

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
  { till, key, isReplaced }: ProvedRequest,
): Promise<Answer> {
  const read = await readPush(request, till.till);
  if (read.is === 'refused') return read;
  if (read.lines.length === 0) return refuse(400, 'batch-invalid', 'The batch holds no facts.');
  if (isReplaced && !(await isOwnChain(context.pool, till, read.header.inc))) return NOT_ITS_CHAIN;
  const repeat = await answerRepeat(context.pool, read.header, read.lines);
  if (repeat !== null) {
    if (!isReplaced) await noteReport(context.pool, till.till, read.header.report, context.clock());
    return pushAnswer(context, read.header, repeat, isReplaced);
  }
  const batch = readOffered(read.header, read.lines);
  const result = await appendBatch(context.pool, {
    batch,
    // What the till holds is told by the tablet that is the till.
    report: isReplaced ? null : read.header.report,
    isReplaced,
    signature: read.header.sig,
    signatureOk: await verify(key, batch.tip.hash, read.header.sig),
    tillKey: till.publicKey,
    receivedAt: context.clock(),
  });
  if (result.is === 'busy') return TILL_BUSY;
  if (result.appended > 0) context.appended();
  return pushAnswer(context, read.header, result, isReplaced);
}

async function probe(
  context: RequestContext,
  request: FastifyRequest,
  { till, isReplaced }: ProvedRequest,
): Promise<Answer> {
  const read = await readPush(request, till.till);
  if (read.is === 'refused') return read;
  const { inc, from, prevHash, report } = read.header;
  if (!isReplaced) await noteReport(context.pool, till.till, report, context.clock());
  const found = await probeHead(context.pool, till.till, inc, { no: from - 1, hash: prevHash });
  return pushAnswer(context, read.header, found, isReplaced);
}

/** A tablet that was replaced brings what it made; what another tablet of the till makes is not for it to go on with. */
async function isOwnChain(pool: Queryable, { till, publicKey }: EnrolledTill, inc: string): Promise<boolean> {
  const chain = await readChain(pool, till, inc);
  return chain === null || chain.tillKey === null || chain.tillKey === publicKey;
}
