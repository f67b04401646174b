/** The office as a browser asks it: one sign-in, its cookie, and every answer checked against its schema. */
import type * as z from 'zod/mini';
import { PEOPLE_PREFIX } from '../../protocol/till-messages.ts';
import { SmokeFailure, wordsOf } from './smoke-failure.ts';

export interface OfficeVisit {
  get<Body>(path: string, body: z.ZodMiniType<Body>): Promise<Body>;
  post<Body>(path: string, sent: object, body: z.ZodMiniType<Body>): Promise<Body>;
}

/** As long as a person would wait. */
const ANSWER_MS_MAX = 10_000;
const EXCERPT_LENGTH_MAX = 200;

export function visitOffice(origin: string): OfficeVisit {
  let cookie = '';
  async function ask<Body>(path: string, sent: object | null, body: z.ZodMiniType<Body>): Promise<Body> {
    const response = await fetch(origin + PEOPLE_PREFIX + path, {
      ...(sent === null ? {} : { method: 'POST', body: JSON.stringify(sent) }),
      headers: { cookie, ...(sent === null ? {} : { 'content-type': 'application/json' }) },
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    }).catch((error: unknown) => {
      throw new SmokeFailure(`${path} was not answered: ${wordsOf(error)}`);
    });
    cookie = cookieOf(response) ?? cookie;
    const text = await response.text();
    if (response.status !== 200)
      throw new SmokeFailure(`${path} answered ${String(response.status)}: ${excerpt(text)}`);
    const parsed = body.safeParse(jsonOf(text));
    if (!parsed.success) throw new SmokeFailure(`${path} answered 200 with something else: ${excerpt(text)}`);
    return parsed.data;
  }
  return {
    get: (path, body) => ask(path, null, body),
    post: (path, sent, body) => ask(path, sent, body),
  };
}

function cookieOf(response: Response): string | undefined {
  const [set] = response.headers.getSetCookie();
  return set?.split(';')[0];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function excerpt(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, EXCERPT_LENGTH_MAX);
}
