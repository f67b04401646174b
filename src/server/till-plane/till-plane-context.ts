/** How a route of the till plane is run: in its turn, for a till that proved itself, on behalf of its business. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GONE } from './admission.ts';
import type { Work } from './admission-rule.ts';
import { callerSignal } from './caller-signal.ts';
import { asBusiness, type RequestContext, type TillPlaneContext } from './context.ts';
import { proveRequest, type ProvedRequest } from './prove-request.ts';
import { sendRefusal, type Refusal } from './refusal.ts';

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
  const ofCaller = { ...context, signal };
  const claimed = request.sealFor?.till ?? '';
  const business = context.businessOf.get(claimed) ?? claimed;
  return context.admission.run({ work, business, signal }, async (): Promise<Result | Refusal> => {
    const proved = await proveRequest(request, ofCaller);
    if (proved.is === 'refused') return proved;
    rememberBusiness(context, proved);
    return signal.aborted ? GONE : act(asBusiness(ofCaller, proved.till.business), proved);
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
