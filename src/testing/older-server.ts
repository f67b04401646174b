/** Makes a till plane speak as version 1 did: it cannot read a header of version 2, and its answers name no version. */
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { refuse, sendRefusal } from '../server/till-plane/refusal.ts';

const headerSchema = z.object({ protocol: z.int() });

/** Call it before the till plane is registered, so that what it changes is what gets sealed. */
export function speakAsOlder(app: FastifyInstance, isOlder: () => boolean): void {
  app.addHook('preHandler', async (request, reply) => {
    if (!isOlder() || protocolOf(request.body) !== 2) return undefined;
    return sendRefusal(reply, refuse(400, 'batch-invalid', 'The header line cannot be read.'));
  });
  app.addHook('onSend', (_request, _reply, payload, done) => {
    const isText = isOlder() && typeof payload === 'string';
    done(null, isText ? payload.replace('"protocol":2,', '') : payload);
  });
}

function protocolOf(body: unknown): number | null {
  if (!Buffer.isBuffer(body)) return null;
  const [line = ''] = gunzipSync(body).toString('utf8').split('\n');
  return headerSchema.safeParse(JSON.parse(line)).data?.protocol ?? null;
}
