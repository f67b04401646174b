/**
 * Asks head office for something on a manager's code alone. The root comes with the very answer, so the answer must hold together
 * under it: seal, certificate, roster.
 */
import type * as z from 'zod/mini';
import { verifyTillCertificate } from '../journal/certificates.ts';
import { sha256Hex } from '../journal/digest.ts';
import { verifyRoster } from '../journal/roster-signature.ts';
import { verifySeal } from '../journal/seal.ts';
import { problemSchema, type ProblemCode } from '../protocol/problem.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import type { TillCertificate } from '../protocol/seal.ts';
import { SEAL_CERTIFICATE_HEADER, SEAL_HEADER } from '../protocol/till-messages.ts';
import { parseJson } from './parse-json.ts';
import type { Net, NetAnswer } from './ports.ts';

const DEADLINE_MS = 20_000;

export interface CodeRefusal {
  readonly is: 'codeRefused' | 'tooManyTries' | 'unreachable';
}

interface Vouched {
  readonly root: string;
  readonly certificate: TillCertificate;
  readonly roster: SignedRoster;
}

export async function askWithCode<Answer extends Vouched>(
  net: Net,
  target: string,
  request: { readonly requestNonce: string },
  schema: z.ZodMiniType<Answer>,
): Promise<{ readonly is: 'answered'; readonly value: Answer } | CodeRefusal> {
  const answer = await net.send({
    method: 'POST',
    target,
    headers: { 'content-type': 'application/json' },
    body: new TextEncoder().encode(JSON.stringify(request)),
    deadlineMs: DEADLINE_MS,
  });
  if (answer.is === 'failed') return { is: 'unreachable' };
  const parsed = schema.safeParse(parseJson(answer.body));
  const isAnswer = parsed.success && answer.status === 200 && !answer.isRedirect;
  if (!isAnswer) return { is: refusalOf(answer) };
  const holds = await holdsTogether(parsed.data, answer, target, request.requestNonce);
  return holds ? { is: 'answered', value: parsed.data } : { is: 'unreachable' };
}

type Arrived = Extract<NetAnswer, { readonly is: 'answer' }>;

async function holdsTogether(
  { root, certificate, roster }: Vouched,
  answer: Arrived,
  route: string,
  requestNonce: string,
): Promise<boolean> {
  const bodyDigest = await sha256Hex(answer.body);
  const seal = await verifySeal(
    { seal: answer.header(SEAL_HEADER), certificate: answer.header(SEAL_CERTIFICATE_HEADER) },
    { till: '', requestNonce, route, status: answer.status, bodyDigest },
    root,
  );
  return (
    seal === 'sealed' &&
    (await verifyTillCertificate(certificate, root)) &&
    (await verifyRoster(roster, root))
  );
}

/** Only our own server knows these codes; whatever else came is nobody's refusal. */
function refusalOf(answer: Arrived): CodeRefusal['is'] {
  const problem = problemSchema.safeParse(parseJson(answer.body));
  return problem.success ? (refusals[problem.data.code] ?? 'unreachable') : 'unreachable';
}

const refusals: Partial<Record<ProblemCode, CodeRefusal['is']>> = {
  'code-invalid': 'codeRefused',
  'input-invalid': 'codeRefused',
  'too-many-tries': 'tooManyTries',
};
