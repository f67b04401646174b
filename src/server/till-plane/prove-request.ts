/** Believes a request only on the till's own key: the proof names this route, these bytes and a nonce that is fresh. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { importPublicKey } from '../../journal/keys.ts';
import { readProof, verifyProof } from '../../journal/proof.ts';
import type { Proof } from '../../protocol/proof.ts';
import { PROOF_HEADER } from '../../protocol/till-messages.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { Clock } from '../server-clock.ts';
import { findEnrolledTill, type EnrolledTill } from './enrolled-till.ts';
import { refuse, type Refusal } from './refusal.ts';
import { isFreshNonce } from './server-nonce.ts';

export interface ProvedRequest {
  readonly is: 'proved';
  readonly till: EnrolledTill;
  readonly key: CryptoKey;
}

export interface ProofContext {
  readonly database: Queryable;
  readonly nonceKey: CryptoKey;
  readonly clock: Clock;
}

const NO_BODY = Buffer.alloc(0);

export async function proveRequest(
  request: FastifyRequest,
  context: ProofContext,
): Promise<ProvedRequest | Refusal> {
  const header = request.headers[PROOF_HEADER];
  const claim = typeof header === 'string' ? readProof(header) : null;
  if (typeof header !== 'string' || claim === null) {
    return refuse(401, 'proof-invalid', 'The request carries no readable proof.');
  }
  const till = await findEnrolledTill(context.database, claim.till);
  if (till === null) return refuse(401, 'till-unknown', 'No such till is enrolled here.');
  const key = await importPublicKey(till.publicKey);
  if (key === null) throw new Error(`the key of till ${till.till} cannot be read`);
  const proof = await verifyProof(header, key);
  if (proof === null || !isAbout(proof, request)) {
    return refuse(401, 'proof-invalid', "The proof is not this till's, or not of this request.");
  }
  if (!(await isFreshNonce(context.nonceKey, proof.serverNonce, context.clock()))) {
    return refuse(401, 'use-nonce', 'Repeat the request with the nonce of this answer.');
  }
  return { is: 'proved', till, key };
}

function isAbout(proof: Proof, request: FastifyRequest): boolean {
  const body = Buffer.isBuffer(request.body) ? request.body : NO_BODY;
  const digest = createHash('sha256').update(body).digest('hex');
  return proof.method === request.method && proof.target === request.url && proof.bodyDigest === digest;
}
