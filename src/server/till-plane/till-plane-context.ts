/** What the routes of the till plane work with. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { onBehalfOf } from '../database/borrow-connection.ts';
import type { Connections } from '../database/query-rows.ts';
import type { Clock } from '../server-clock.ts';
import type { ServerKeys } from '../server-keys.ts';
import { GONE, type Admission } from './admission.ts';
import type { Work } from './admission-rule.ts';
import { callerSignal } from './caller-signal.ts';
import { proveRequest, type ProvedRequest } from './prove-request.ts';
import { sendRefusal, type Refusal } from './refusal.ts';

export interface TillPlaneContext {
  /** As the role `evertill_till`. */
  readonly pool: Pool;
  readonly keys: ServerKeys;
  readonly clock: Clock;
  readonly admission: Admission;
  /** Of tills that proved themselves: what is known of a request before it is believed. */
  readonly businessOf: Map<string, string>;
  /** There are new facts to be read by the projections. */
  readonly appended: () => void;
}

/** The same for one request: what the database does for it ends when its caller goes. */
export type RequestContext = Omit<TillPlaneContext, 'pool'> & { readonly pool: Connections };

export function forCaller(context: TillPlaneContext, signal: AbortSignal): RequestContext {
  return { ...context, pool: onBehalfOf(signal, context.pool) };
}

/** What a route answers: a value of its schema, or a refusal. */
export type Answer = { readonly is: 'answer'; readonly value: unknown } | Refusal;

/** Runs a route for a till that has proved itself, when its turn comes, and for as long as the caller is there. */
export async function forTill(
  context: TillPlaneContext,
  work: Work,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (context: RequestContext, proved: ProvedRequest) => Promise<Answer>,
): Promise<FastifyReply> {
  return send(reply, await inTurn(context, work, request, reply, act));
}

/** Believes a request, when its turn comes, and does nothing else for it. */
export function proveInTurn(
  context: TillPlaneContext,
  work: Work,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ProvedRequest | Refusal> {
  return inTurn(context, work, request, reply, (_, proved) => Promise.resolve(proved));
}

async function inTurn<Result>(
  context: TillPlaneContext,
  work: Work,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (context: RequestContext, proved: ProvedRequest) => Promise<Result>,
): Promise<Result | Refusal> {
  const signal = callerSignal(reply);
  const ofCaller = forCaller(context, signal);
  const claimed = request.sealFor?.till ?? '';
  const business = context.businessOf.get(claimed) ?? claimed;
  return context.admission.run({ work, business, signal }, async (): Promise<Result | Refusal> => {
    const proved = await proveRequest(request, ofCaller);
    if (proved.is === 'refused') return proved;
    rememberBusiness(context, proved);
    return signal.aborted ? GONE : act(ofCaller, proved);
  });
}

const BUSINESSES_REMEMBERED_MAX = 50_000;

function rememberBusiness({ businessOf }: TillPlaneContext, { till }: ProvedRequest): void {
  if (businessOf.size >= BUSINESSES_REMEMBERED_MAX) businessOf.clear();
  businessOf.set(till.till, till.business);
}

export function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.is === 'refused') return sendRefusal(reply, answer);
  return reply.type('application/json').send(JSON.stringify(answer.value));
}
