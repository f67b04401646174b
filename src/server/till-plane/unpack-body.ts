/** Unpacks the body of a push, a probe or a hole: gzip or plain text, with a limit on what it may inflate to. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { PUSH_BYTES_MAX } from '../../protocol/limits.ts';
import { refuse, type Refusal } from './refusal.ts';

const inflate = promisify(gunzip);
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

export const TOO_LARGE = refuse(
  413,
  'batch-too-large',
  'The batch is larger than the server takes. Send fewer facts.',
);

export async function unpackBody(request: FastifyRequest): Promise<string | Refusal> {
  if (!Buffer.isBuffer(request.body)) return refuse(400, 'batch-invalid', 'The batch is empty.');
  try {
    const compressed = request.headers['content-encoding'] === 'gzip';
    const bytes = compressed
      ? await inflate(request.body, { maxOutputLength: PUSH_BYTES_MAX })
      : request.body;
    return bytes.length > PUSH_BYTES_MAX ? TOO_LARGE : strictUtf8.decode(bytes);
  } catch (error) {
    // Bytes that inflate to too much, are no gzip, or no UTF-8: all the sender's.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? TOO_LARGE
      : refuse(400, 'batch-invalid', 'The batch cannot be unpacked.');
  }
}
