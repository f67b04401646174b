/**
 * GET /api/v1/hints: a stream (SSE) that rings when the business changed its reference data. It says nothing else: a till that
 * hears it asks, and believes only the sealed answer to that. Losing every hint costs one timer.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { HINT_BEAT_MS } from '../../protocol/limits.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import type { HintBoard } from './hint-board.ts';
import { refuse } from './refusal.ts';
import type { TillPlaneContext } from './context.ts';
import { proveInTurn, send } from './till-plane-context.ts';

/** Of one node; a till that gets none asks by its timers alone. */
const STREAMS_MAX = 10_000;
/** Then the till opens another, and proves itself again. */
const STREAM_LIFE_MS = 15 * 60_000;
/** Written and not taken by the other end: it has gone, whatever its connection says. */
const UNREAD_BYTES_MAX = 4_096;
const FULL_RETRY_SECONDS = 60;

const HINT = 'data: changed\n\n';
const BEAT = ': still here\n\n';
const FULL = refuse(503, 'overloaded', 'No more streams of hints here.', FULL_RETRY_SECONDS);

export function hintRoute(app: FastifyInstance, context: TillPlaneContext, board: HintBoard): void {
  /** The newest of each till: an older one is of a window that has gone. */
  const streams = new Map<string, HintStream>();
  let isClosing = false;

  const beat = setInterval(() => streams.forEach((stream) => stream.write(BEAT)), HINT_BEAT_MS);
  // An open stream would hold up the close of the server.
  app.addHook('preClose', (done) => {
    isClosing = true;
    clearInterval(beat);
    streams.forEach((stream) => stream.end());
    done();
  });

  app.route({
    method: 'GET',
    url: TILL_ROUTES.hints,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const proved = await proveInTurn(context, 'probe', request, reply);
      if (proved.is === 'refused') return send(reply, proved);
      const { till, business } = proved.till;
      if (isClosing || (streams.size >= STREAMS_MAX && !streams.has(till))) return send(reply, FULL);
      streams.get(till)?.end();
      const stream = openStream(reply);
      streams.set(till, stream);
      const stopHearing = board.hear(business, () => stream.write(HINT));
      stream.whenOver(() => {
        stopHearing();
        if (streams.get(till) === stream) streams.delete(till);
      });
      return reply;
    },
  });
}

interface HintStream {
  readonly write: (text: string) => void;
  readonly end: () => void;
  readonly whenOver: (act: () => void) => void;
}

function openStream(reply: FastifyReply): HintStream {
  reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no').hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200).write(BEAT);
  const end = (): void => void raw.end();
  const life = setTimeout(end, STREAM_LIFE_MS);
  raw.once('close', () => clearTimeout(life));
  return {
    write: (text) => {
      if (raw.writableLength > UNREAD_BYTES_MAX) raw.destroy();
      else raw.write(text);
    },
    end,
    whenOver: (act) => void raw.once('close', act),
  };
}
