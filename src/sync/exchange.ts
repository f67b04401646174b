/** One proved request and its judged answer on the till plane. An answer counts only when it is sealed over this request. */
import type * as z from 'zod/mini';
import { sha256Hex } from '../journal/digest.ts';
import { makeProof } from '../journal/proof.ts';
import { verifySeal } from '../journal/seal.ts';
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
} from '../protocol/till-messages.ts';
import { parseJson } from './parse-json.ts';
import type { Chance, Credentials, Net, NetAnswer } from './ports.ts';

export interface Line {
  readonly net: Net;
  readonly chance: Chance;
  readonly credentials: Credentials;
  /** The last nonce the server gave; whoever hears a fresh one keeps it for all. */
  readonly nonce: { current: string };
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
  | { readonly is: 'halve' }
  | { readonly is: 'noNews'; readonly why: OutageReason | 'wait'; readonly retryAfterMs: number };

interface Judged<Value> {
  readonly verdict: AnswerClass;
  readonly value: Value | null;
  readonly retryAfterMs: number;
}

export async function exchange<Value>(
  line: Line,
  ask: Ask,
  schema: z.ZodMiniType<Value>,
): Promise<Exchanged<Value>> {
  const first = await attempt(line, ask, schema);
  const again = first.verdict.is === 'freshNonce' || first.verdict.is === 'repeat';
  return settle(again ? await attempt(line, ask, schema) : first);
}

function settle<Value>({ verdict, value, retryAfterMs: floor }: Judged<Value>): Exchanged<Value> {
  switch (verdict.is) {
    case 'ok':
      return value === null ? { is: 'noNews', why: 'portal', retryAfterMs: floor } : { is: 'ok', value };
    case 'denied':
    case 'halve':
      return verdict;
    case 'wait':
      return { is: 'noNews', why: 'wait', retryAfterMs: floor };
    case 'freshNonce':
    case 'repeat':
      return { is: 'noNews', why: 'server', retryAfterMs: floor };
    case 'outage':
      return { is: 'noNews', why: verdict.why, retryAfterMs: floor };
  }
}

async function attempt<Value>(line: Line, ask: Ask, schema: z.ZodMiniType<Value>): Promise<Judged<Value>> {
  const requestNonce = line.chance.nonce();
  const proof = await proofOf(line, ask, requestNonce);
  const headers = { ...ask.headers, [PROOF_HEADER]: proof };
  const { method, target, body, deadlineMs } = ask;
  const answer = await line.net.send({ method, target, headers, body, deadlineMs });
  if (answer.is === 'failed')
    return { verdict: classifyAnswer(answer, ask.isPush), value: null, retryAfterMs: 0 };
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
  const problem = problemSchema.safeParse(json);
  const isProblem = answer.header('content-type')?.startsWith('application/problem+json') === true;
  const seen = {
    is: 'answer',
    status: answer.status,
    isRedirect: answer.isRedirect,
    isTrusted,
    fits: parsed.success,
    problem: isProblem && problem.success ? problem.data.code : null,
  } as const;
  return {
    verdict: classifyAnswer(seen, ask.isPush),
    value: parsed.success ? parsed.data : null,
    retryAfterMs: retryAfterMs(answer.header('retry-after')),
  };
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
  return (await verifySeal(headers, subject, root)) === 'sealed';
}
