/** One proved request and its judged answer on the till plane. An answer counts only when it is sealed over this request. */
import type * as z from 'zod/mini';
import { encodeTillCertificate } from '../journal/certificates.ts';
import { sha256Hex } from '../journal/digest.ts';
import { makeProof } from '../journal/proof.ts';
import { verifySeal, type SealVerdict } from '../journal/seal.ts';
import {
  classifyAnswer,
  retryAfterMs,
  type AnswerClass,
  type OutageReason,
} from '../protocol/classify-answer.ts';
import { problemSchema, type ProblemCode } from '../protocol/problem.ts';
import {
  NONCE_HEADER,
  PROOF_HEADER,
  SEAL_CERTIFICATE_HEADER,
  SEAL_HEADER,
  TILL_CERTIFICATE_HEADER,
} from '../protocol/till-messages.ts';
import type { Protocol } from '../protocol/version.ts';
import { parseJson } from './parse-json.ts';
import type { Chance, Credentials, Net, NetAnswer, Pack } from './ports.ts';

export interface Line {
  readonly net: Net;
  readonly chance: Chance;
  readonly credentials: Credentials;
  readonly pack: Pack;
  /** The last nonce the server gave; whoever hears a fresh one keeps it for all. */
  readonly nonce: { current: string };
  /** The version spoken with this server: the older one where it knows no newer. */
  readonly protocol: { current: Protocol };
  /** Told of every answer whether it was sealed. */
  readonly noteSeal?: (verdict: SealVerdict) => void;
}

export interface Ask {
  readonly method: 'GET' | 'POST';
  /** Path with query. */
  readonly target: string;
  /** As sent, so compressed. */
  readonly body: Uint8Array<ArrayBuffer> | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
  readonly isPush: boolean;
}

export type Exchanged<Value> =
  | { readonly is: 'ok'; readonly value: Value }
  | { readonly is: 'denied'; readonly code: ProblemCode }
  /** `code`: what the server itself said against it, sealed; null when someone on the way did. */
  | { readonly is: 'halve'; readonly code: ProblemCode | null }
  | { readonly is: 'noNews'; readonly why: OutageReason | 'wait'; readonly retryAfterMs: number };

/** Repeat: with the fresh nonce that the answer brought, or because the server was not ready. */
type Judged<Value> = Exchanged<Value> | { readonly is: 'repeat'; readonly retryAfterMs: number };

export async function exchange<Value>(
  line: Line,
  ask: Ask,
  schema: z.ZodMiniType<Value>,
): Promise<Exchanged<Value>> {
  const first = await attempt(line, ask, schema);
  if (isForgotten(first)) return present(line, ask, schema);
  if (first.is !== 'repeat') return first;
  const second = await attempt(line, ask, schema);
  return second.is === 'repeat' ? { ...second, is: 'noNews', why: 'server' } : second;
}

/** A server restored to before this till's enrolment, or its newest key, does not know what it signed itself. */
function isForgotten(judged: Judged<unknown>): boolean {
  return judged.is === 'denied' && (judged.code === 'till-unknown' || judged.code === 'proof-invalid');
}

async function present<Value>(line: Line, ask: Ask, schema: z.ZodMiniType<Value>): Promise<Exchanged<Value>> {
  const certificate = encodeTillCertificate(line.credentials.certificate);
  const headers = { ...ask.headers, [TILL_CERTIFICATE_HEADER]: certificate };
  const judged = await attempt(line, { ...ask, headers }, schema);
  return judged.is === 'repeat' ? { ...judged, is: 'noNews', why: 'server' } : judged;
}

async function attempt<Value>(line: Line, ask: Ask, schema: z.ZodMiniType<Value>): Promise<Judged<Value>> {
  const requestNonce = line.chance.nonce();
  const proof = await proofOf(line, ask, requestNonce);
  const headers = { ...ask.headers, [PROOF_HEADER]: proof };
  const { method, target, body, deadlineMs } = ask;
  const answer = await line.net.send({ method, target, headers, body, deadlineMs });
  if (answer.is === 'failed') return settle(classifyAnswer(answer, ask.isPush), 0);
  const isTrusted = await isSealed(line, ask.target, requestNonce, answer);
  if (isTrusted) line.nonce.current = answer.header(NONCE_HEADER) ?? line.nonce.current;
  return judge(ask, answer, isTrusted, schema);
}

type Arrived = Extract<NetAnswer, { readonly is: 'answer' }>;

function judge<Value>(
  ask: Ask,
  answer: Arrived,
  isTrusted: boolean,
  schema: z.ZodMiniType<Value>,
): Judged<Value> {
  const json = parseJson(answer.body);
  const parsed = schema.safeParse(json);
  const { status, isRedirect } = answer;
  const problem = problemOf(answer, json);
  const seen = { is: 'answer', status, isRedirect, isTrusted, fits: parsed.success, problem } as const;
  const verdict = classifyAnswer(seen, ask.isPush);
  if (verdict.is === 'ok' && parsed.success) return { is: 'ok', value: parsed.data };
  const code = isTrusted ? problem : null;
  return settle(verdict, retryAfterMs(answer.header('retry-after')), code);
}

function problemOf(answer: Arrived, json: unknown): ProblemCode | null {
  if (answer.header('content-type')?.startsWith('application/problem+json') !== true) return null;
  const problem = problemSchema.safeParse(json);
  return problem.success ? problem.data.code : null;
}

function settle(verdict: AnswerClass, floorMs: number, code: ProblemCode | null = null): Judged<never> {
  switch (verdict.is) {
    case 'denied':
      return verdict;
    case 'halve':
      return { is: 'halve', code };
    case 'freshNonce':
    case 'repeat':
      return { is: 'repeat', retryAfterMs: floorMs };
    case 'wait':
      return { is: 'noNews', why: 'wait', retryAfterMs: floorMs };
    case 'outage':
      return { is: 'noNews', why: verdict.why, retryAfterMs: floorMs };
    case 'ok':
      throw new TypeError('an answer that is in order has a value');
  }
}

async function proofOf(line: Line, ask: Ask, requestNonce: string): Promise<string> {
  const { till, privateKey } = line.credentials;
  const { method, target } = ask;
  const bodyDigest = await sha256Hex(ask.body ?? '');
  return makeProof(
    { till, method, target, requestNonce, serverNonce: line.nonce.current, bodyDigest },
    privateKey,
  );
}

async function isSealed(line: Line, route: string, requestNonce: string, answer: Arrived): Promise<boolean> {
  const { till, root } = line.credentials;
  const bodyDigest = await sha256Hex(answer.body);
  const subject = { till, requestNonce, route, status: answer.status, bodyDigest };
  const headers = { seal: answer.header(SEAL_HEADER), certificate: answer.header(SEAL_CERTIFICATE_HEADER) };
  const verdict = await verifySeal(headers, subject, root);
  line.noteSeal?.(verdict);
  return verdict === 'sealed';
}
