/** Asks the people plane one question, and believes only an answer that echoes it and is of the schema asked for. */
import * as z from 'zod/mini';
import { classifyAnswer, type Seen } from '../../protocol/classify-answer.ts';
import { problemSchema, type ProblemCode } from '../../protocol/problem.ts';
import { ECHO_HEADER, PEOPLE_PREFIX } from '../../protocol/till-messages.ts';
import { OfficeTrouble, type Trouble } from './office-trouble.ts';

export interface PeopleQuestion<Answer> {
  /** Below the people plane's prefix. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | null>>;
  /** A question with a body is a POST. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodMiniType<Answer>;
  readonly signal?: AbortSignal;
}

const DEADLINE_MS = 15_000;
const NONCE_BYTES = 18;

/** @throws OfficeTrouble */
export async function askPeople<Answer>(question: PeopleQuestion<Answer>): Promise<Answer> {
  const nonce = makeNonce();
  const response = await send(question, nonce).catch(() => null);
  if (response === null) throw new OfficeTrouble({ is: 'outage' });
  const body = await readJson(response);
  const answer = z.safeParse(question.answer, body);
  const problem = z.safeParse(problemSchema, body);
  const seen = {
    is: 'answer',
    status: response.status,
    isRedirect: response.type === 'opaqueredirect' || response.redirected,
    isTrusted: response.headers.get(ECHO_HEADER) === nonce,
    fits: answer.success,
    problem: problem.success ? problem.data.code : null,
  } as const;
  const trouble = troubleIn(seen);
  if (trouble === null && answer.success) return answer.data;
  throw new OfficeTrouble(trouble ?? { is: 'outage' });
}

/** Null when all is well. Our own server may also say that something is not there, or already done; that is no outage. */
export function troubleIn(seen: Extract<Seen, { is: 'answer' }>): Trouble | null {
  const said = seen.isTrusted && !seen.isRedirect && seen.status < 500 ? seen.problem : null;
  if (said !== null && seen.status >= 400) return denied(said);
  const found = classifyAnswer(seen, false);
  if (found.is === 'ok') return null;
  return found.is === 'denied' ? denied(found.code) : { is: 'outage' };
}

function denied(code: ProblemCode): Trouble {
  return { is: 'denied', code };
}

function send<Answer>(
  { path, query = {}, body, signal }: PeopleQuestion<Answer>,
  nonce: string,
): Promise<Response> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  return fetch(PEOPLE_PREFIX + path + queryText(query), {
    method: body === undefined ? 'GET' : 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'manual',
    headers: { [ECHO_HEADER]: nonce, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function queryText(query: Readonly<Record<string, string | null>>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null) asked.set(name, value);
  const text = asked.toString();
  return text === '' ? '' : `?${text}`;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
