/** Reads the body of a push or probe: gzip or plain NDJSON, with a limit on what it may inflate to. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { decodePush } from '../../journal/push-body.ts';
import { FACT_BYTES_MAX, PUSH_BYTES_MAX } from '../../protocol/limits.ts';
import type { PushHeader } from '../../protocol/push.ts';
import { refuse, type Refusal } from './refusal.ts';

export interface ReadPush {
  readonly is: 'read';
  readonly header: PushHeader;
  readonly lines: readonly string[];
}

const inflate = promisify(gunzip);
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

export async function readPush(request: FastifyRequest, till: string): Promise<ReadPush | Refusal> {
  const text = await readText(request);
  if (typeof text !== 'string') return text;
  const push = decodePush(text);
  if (push.is === 'unreadable') {
    return push.why === 'too-many-facts'
      ? tooLarge
      : refuse(400, 'batch-invalid', 'The header line cannot be read.');
  }
  const { header, facts } = push;
  if (header.till !== till) return refuse(400, 'batch-invalid', 'The batch is of another till.');
  if (header.from < 1) return refuse(400, 'batch-invalid', 'Facts are numbered from 1.');
  if (facts.some((fact) => Buffer.byteLength(fact) > FACT_BYTES_MAX)) return tooLarge;
  return { is: 'read', header, lines: facts };
}

const tooLarge = refuse(
  413,
  'batch-too-large',
  'The batch is larger than the server takes. Send fewer facts.',
);

async function readText(request: FastifyRequest): Promise<string | Refusal> {
  if (!Buffer.isBuffer(request.body)) return refuse(400, 'batch-invalid', 'The batch is empty.');
  try {
    const compressed = request.headers['content-encoding'] === 'gzip';
    const bytes = compressed
      ? await inflate(request.body, { maxOutputLength: PUSH_BYTES_MAX })
      : request.body;
    return bytes.length > PUSH_BYTES_MAX ? tooLarge : strictUtf8.decode(bytes);
  } catch (error) {
    // Bytes that inflate to too much, are no gzip, or no UTF-8: all the sender's.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge
      : refuse(400, 'batch-invalid', 'The batch cannot be unpacked.');
  }
}
