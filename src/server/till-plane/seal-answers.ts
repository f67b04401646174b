/**
 * Seals every answer of the till plane over what was asked and what is said, and hands out the next nonce. It sees the body
 * before compression. An answer to a request that names no nonce cannot be sealed, and is no news to any till.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { readProof } from '../../journal/proof.ts';
import { encodeSealCertificate, sealAnswer } from '../../journal/seal.ts';
import {
  NONCE_HEADER,
  PROOF_HEADER,
  SEAL_CERTIFICATE_HEADER,
  SEAL_HEADER,
} from '../../protocol/till-messages.ts';
import type { Clock } from '../server-clock.ts';
import type { ServerKeys } from '../server-keys.ts';
import { issueNonce } from './server-nonce.ts';

/** Whom an answer is for; the till's name is empty at enrolment. */
export interface SealFor {
  readonly till: string;
  readonly requestNonce: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    sealFor: SealFor | null;
  }
}

export function sealAnswers(app: FastifyInstance, keys: ServerKeys, clock: Clock): void {
  const certificate = encodeSealCertificate(keys.online.certificate);
  app.decorateRequest('sealFor', null);

  app.addHook('onRequest', async (request, reply) => {
    const header = request.headers[PROOF_HEADER];
    request.sealFor = typeof header === 'string' ? readProof(header) : null;
    reply.header('cache-control', 'no-store').header(NONCE_HEADER, await issueNonce(keys.nonce, clock()));
  });

  app.addHook('onSend', async (request, reply, payload) => {
    if (request.sealFor === null) return payload;
    const { till, requestNonce } = request.sealFor;
    const subject = {
      till,
      requestNonce,
      route: request.url,
      status: reply.statusCode,
      bodyDigest: digestOf(payload),
    };
    reply
      .header(SEAL_HEADER, await sealAnswer(subject, keys.online.privateKey))
      .header(SEAL_CERTIFICATE_HEADER, certificate);
    return payload;
  });
}

/** @throws for a stream: every answer of the till plane is text. */
function digestOf(payload: unknown): string {
  if (payload === null || payload === undefined) return createHash('sha256').digest('hex');
  if (typeof payload !== 'string') throw new TypeError('only text can be sealed');
  return createHash('sha256').update(payload).digest('hex');
}
