/** GET /live: a stream that says when something of the caller's business changed. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { LIVE_CHANGED, LIVE_PATH } from '../../protocol/live-messages.ts';
import { PEOPLE_PREFIX } from '../../protocol/till-messages.ts';
import { startLiveHub } from './live-hub.ts';
import { callerOf, send, type PeopleDependencies } from './office-route.ts';
import { refused } from './outcome.ts';

/** Then the browser comes again, and is asked anew who it is. */
const STREAM_MS_MAX = 10 * 60_000;
/** Shorter than the front waits for an answer to go on. */
const BEAT_MS = 4_000;
const AGAIN_MS = 3_000;

const CHANGED = `event: ${LIVE_CHANGED}\ndata:\n\n`;
const TOO_MANY = refused(503, 'overloaded', 'Too many listen already. Ask now and then.');

export function addLiveRoute(app: FastifyInstance, dependencies: PeopleDependencies): void {
  const hub = startLiveHub(dependencies.pool);
  const streams = new Set<FastifyReply>();
  app.addHook('preClose', async () => {
    for (const reply of streams) reply.raw.destroy();
    await hub.stop();
  });
  app.get(PEOPLE_PREFIX + LIVE_PATH, async (request, reply) => {
    const caller = await callerOf(request, dependencies);
    if (caller.is === 'refused') return send(reply, caller);
    const leave = hub.join(caller.body.business, () => reply.raw.write(CHANGED));
    if (leave === null) return send(reply, TOO_MANY);
    streams.add(reply);
    stream(reply, () => {
      streams.delete(reply);
      leave();
    });
    return reply;
  });
}

function stream(reply: FastifyReply, onEnd: () => void): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  // What changed before is not known: whoever comes asks anew.
  raw.write(`retry: ${String(AGAIN_MS)}\n\n${CHANGED}`);
  const beat = setInterval(() => raw.write(':\n\n'), BEAT_MS);
  const end = setTimeout(() => raw.end(), STREAM_MS_MAX);
  raw.once('close', () => {
    clearInterval(beat);
    clearTimeout(end);
    onEnd();
  });
}
