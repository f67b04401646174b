/** Believes a request only on the till's own key: the proof names this route, these bytes and a nonce that is fresh. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { importPublicKey } from '../../journal/keys.ts';
import { readProof, verifyProof } from '../../journal/proof.ts';
import type { Proof } from '../../protocol/proof.ts';
import type { TillCertificate } from '../../protocol/seal.ts';
import { PROOF_HEADER, TILL_ROUTES } from '../../protocol/till-messages.ts';
import { findEnrolledTill, type EnrolledTill } from './enrolled-till.ts';
import { knowAgain } from './know-again.ts';
import { presentedCertificate, type Presented } from './presented-certificate.ts';
import { refuse, type Refusal } from './refusal.ts';
import { isFreshNonce } from './server-nonce.ts';
import { asBusiness, businessOfTill, type CallerContext } from './context.ts';

export interface ProvedRequest {
  readonly is: 'proved';
  /** With the key of the tablet that asks. */
  readonly till: EnrolledTill;
  readonly key: CryptoKey;
  /** Another tablet is this till now: what this one still has is taken, and nothing else is done for it. */
  readonly isReplaced: boolean;
}

/** By which a tablet that was replaced brings what it sold before it knew. */
const LAST_ROUTES: ReadonlySet<string> = new Set([TILL_ROUTES.push, TILL_ROUTES.head]);

const NO_BODY = Buffer.alloc(0);
const UNREADABLE = refuse(401, 'proof-invalid', 'The request carries no readable proof.');
const UNKNOWN = refuse(401, 'till-unknown', 'No such till is enrolled here.');
const NOT_PROVED = refuse(401, 'proof-invalid', "The proof is not this till's, or not of this request.");
const STALE = refuse(401, 'use-nonce', 'Repeat the request with the nonce of this answer.');

export async function proveRequest(
  request: FastifyRequest,
  context: CallerContext,
): Promise<ProvedRequest | Refusal> {
  const header = request.headers[PROOF_HEADER];
  const claim = typeof header === 'string' ? readProof(header) : null;
  if (typeof header !== 'string' || claim === null) return UNREADABLE;
  const business = await businessOfTill(context, claim.till);
  const held =
    business === null ? null : await findEnrolledTill(asBusiness(context, business).pool, claim.till);
  const presented = await presentedCertificate(request, held, claim.till, context.keys.root);
  const believed = isOfUse(presented, request) ? presented : null;
  const publicKey = believed?.certificate.certificate.key ?? held?.publicKey;
  if (publicKey === undefined) return UNKNOWN;
  const key = await importPublicKey(publicKey);
  if (key === null) throw new Error(`the key of till ${claim.till} cannot be read`);
  const proof = await verifyProof(header, key);
  if (proof === null || !isAbout(proof, request)) return NOT_PROVED;
  if (!(await isFreshNonce(context.keys.nonce, proof.serverNonce, context.clock()))) return STALE;
  const till = believed?.is === 'news' ? await knownAgain(context, believed.certificate) : held;
  if (till === null) return UNKNOWN;
  return { is: 'proved', till: { ...till, publicKey }, key, isReplaced: believed?.is === 'older' };
}

function isOfUse(presented: Presented | null, request: FastifyRequest): boolean {
  return presented?.is === 'news' || LAST_ROUTES.has(request.url);
}

function knownAgain(context: CallerContext, certificate: TillCertificate): Promise<EnrolledTill | null> {
  const { pool, clock } = asBusiness(context, certificate.certificate.business);
  return knowAgain(pool, certificate, clock());
}

function isAbout(proof: Proof, request: FastifyRequest): boolean {
  const body = Buffer.isBuffer(request.body) ? request.body : NO_BODY;
  const digest = createHash('sha256').update(body).digest('hex');
  return proof.method === request.method && proof.target === request.url && proof.bodyDigest === digest;
}
