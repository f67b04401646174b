/** Breaks the answer to a request in one of the ways servers, proxies and portals really do. */
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FaultKind } from './fault-board.ts';

/** A hang ends by itself, so a forgotten one cannot fill the server with open requests. */
export const HANG_MS_MAX = 60_000;
const RETRY_AFTER_SECONDS = '5';

/**
 * Answers in place of the route. `loseReply` does nothing here: the route does its work first.
 * @param over aborted when the fault is switched off or the server stops
 */
export async function breakAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: FaultKind,
  over: AbortSignal,
): Promise<FastifyReply | undefined> {
  reply.header('cache-control', 'no-store');
  switch (kind) {
    case '500':
      return page(reply, 500, 'Internal Server Error');
    case '503':
      return page(reply.header('retry-after', RETRY_AFTER_SECONDS), 503, 'Service Unavailable');
    case '400':
      return page(reply, 400, 'Bad Request');
    case 'html200':
      return page(reply, 200, 'Sign in to continue');
    case 'empty401':
      return reply.code(401).send();
    case 'redirect':
      return reply.redirect('/portal/sign-in', 302);
    case 'truncated':
      return reply.code(200).type('application/json').send('{"serverEpoch":"75648392');
    case 'hang':
      await delay(HANG_MS_MAX, undefined, { signal: over, ref: false }).catch(() => undefined);
      return cutOff(request, reply);
    case 'loseReply':
      return undefined;
  }
}

/** Closes the connection without a word. */
export function cutOff(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

function page(reply: FastifyReply, status: number, title: string): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>\n`);
}
