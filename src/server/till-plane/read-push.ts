/** Reads the body of a push or probe: a header line, then facts, each as its stored bytes. */
import type { FastifyRequest } from 'fastify';
import { decodePush } from '../../journal/push-body.ts';
import { FACT_BYTES_MAX } from '../../protocol/limits.ts';
import type { PushHeader } from '../../protocol/push.ts';
import { refuse, type Refusal } from './refusal.ts';
import { TOO_LARGE, unpackBody } from './unpack-body.ts';

export interface ReadPush {
  readonly is: 'read';
  readonly header: PushHeader;
  readonly lines: readonly string[];
}

const REFUSALS = {
  'too-many-facts': TOO_LARGE,
  protocol: refuse(
    400,
    'protocol-unknown',
    'The server does not speak this version yet. Speak an older one.',
  ),
  header: refuse(400, 'batch-invalid', 'The header line cannot be read.'),
} as const;

export async function readPush(request: FastifyRequest, till: string): Promise<ReadPush | Refusal> {
  const text = await unpackBody(request);
  if (typeof text !== 'string') return text;
  const push = decodePush(text);
  if (push.is === 'unreadable') return REFUSALS[push.why];
  const { header, facts } = push;
  if (header.till !== till) return refuse(400, 'batch-invalid', 'The batch is of another till.');
  if (header.from < 1) return refuse(400, 'batch-invalid', 'Facts are numbered from 1.');
  if (facts.some((fact) => Buffer.byteLength(fact) > FACT_BYTES_MAX)) return TOO_LARGE;
  return { is: 'read', header, lines: facts };
}
