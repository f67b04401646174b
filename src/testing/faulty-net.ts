/** A network that forwards to the real server app in memory, with the faults that real networks and servers have. */
import type { FastifyInstance } from 'fastify';
import type { Capability } from '../domain/fact-body.ts';
import { PEOPLE_PREFIX, TILL_ROUTES } from '../protocol/till-messages.ts';
import type { Net, NetAnswer, NetRequest } from '../sync/ports.ts';
import { inject } from './inject.ts';
import { makeAnswer } from './make-answer.ts';

export type Fault =
  | { readonly is: 'none' }
  /** The server does its work; its answer never arrives. */
  | { readonly is: 'loseReply' }
  | { readonly is: 'noNetwork' }
  | { readonly is: 'hang' }
  /** Answered by something on the way, or by a server that is broken. */
  | {
      readonly is: 'answer';
      readonly status: number;
      readonly type?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The real answer, cut in the middle. */
  | { readonly is: 'truncate' }
  /** The real answer to an earlier request. */
  | { readonly is: 'replay' }
  /** A proxy that takes no longer bodies. */
  | { readonly is: 'tooLarge'; readonly bytesMax: number };

export const NO_FAULT: Fault = { is: 'none' };

export interface FaultyNet extends Net {
  readonly faults: Record<Capability, Fault>;
  /** No network for anything, until `mend`. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** Everything that was asked, as method and path. */
  readonly asked: string[];
}

/** @param hang lets that much time pass, unless everything is over. */
export function makeFaultyNet(
  app: (target: string) => FastifyInstance,
  hang: (ms: number) => Promise<void>,
): FaultyNet {
  const faults: Record<Capability, Fault> = { signIn: NO_FAULT, sending: NO_FAULT, catalogue: NO_FAULT };
  const asked: string[] = [];
  let earlier: NetAnswer | null = null;
  const all = (fault: Fault): void => {
    Object.assign(faults, { signIn: fault, sending: fault, catalogue: fault });
  };
  return {
    faults,
    cut: () => all({ is: 'noNetwork' }),
    mend: () => all(NO_FAULT),
    asked,
    send: async (request) => {
      asked.push(`${request.method} ${request.target.split('?')[0] ?? ''}`);
      const fault = faults[capabilityOf(request.target)];
      const answer = await answerWith(
        fault,
        request,
        () => inject(app(request.target), request),
        earlier,
        hang,
      );
      if (fault.is === 'none') earlier = answer;
      return answer;
    },
  };
}

function capabilityOf(target: string): Capability {
  if (target.startsWith(PEOPLE_PREFIX)) return 'signIn';
  return target.startsWith(TILL_ROUTES.pull) ? 'catalogue' : 'sending';
}

async function answerWith(
  fault: Fault,
  request: NetRequest,
  send: () => Promise<NetAnswer>,
  earlier: NetAnswer | null,
  hang: (ms: number) => Promise<void>,
): Promise<NetAnswer> {
  switch (fault.is) {
    case 'none':
      return send();
    case 'loseReply':
      await send();
      return { is: 'failed', why: 'network' };
    case 'noNetwork':
      return { is: 'failed', why: 'network' };
    case 'hang':
      await hang(request.deadlineMs);
      return { is: 'failed', why: 'deadline' };
    case 'answer':
      return makeAnswer(
        fault.status,
        { 'content-type': fault.type ?? 'text/html', ...fault.headers },
        fault.body ?? '',
      );
    case 'truncate':
      return truncated(await send());
    case 'replay':
      return earlier ?? send();
    case 'tooLarge':
      return (request.body?.length ?? 0) > fault.bytesMax
        ? makeAnswer(413, { 'content-type': 'text/html' }, '<h1>413</h1>')
        : send();
  }
}

function truncated(answer: NetAnswer): NetAnswer {
  return answer.is === 'failed' ? answer : { ...answer, body: answer.body.slice(0, answer.body.length / 2) };
}
