/** Hands one stretch of an exported journal to the till plane, which believes it for what is in it. */
import * as z from 'zod/mini';
import { importAnswerSchema, type ImportAnswer } from '../../protocol/journal-export.ts';
import { problemSchema } from '../../protocol/problem.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';

export type StretchSent =
  | { readonly is: 'taken'; readonly answer: ImportAnswer }
  /** In the server's own words. */
  | { readonly is: 'refused'; readonly title: string }
  | { readonly is: 'outage' };

const DEADLINE_MS = 30_000;
const TRIES_MAX = 4;
const PAUSE_MS = 1_000;

/** A server that is busy is asked again. Sending the same once more changes nothing. */
export async function sendStretch(body: string): Promise<StretchSent> {
  for (let tries = 1; ; tries += 1) {
    const sent = await attempt(body).catch((): StretchSent => ({ is: 'outage' }));
    if (sent.is !== 'outage' || tries === TRIES_MAX) return sent;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
  }
}

async function attempt(body: string): Promise<StretchSent> {
  const response = await fetch(TILL_ROUTES.import, {
    method: 'POST',
    credentials: 'omit',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  const json: unknown = await response.json();
  const answer = z.safeParse(importAnswerSchema, json);
  if (response.status === 200 && answer.success) return { is: 'taken', answer: answer.data };
  const problem = z.safeParse(problemSchema, json);
  const isRefusal = response.status === 400 || response.status === 403 || response.status === 413;
  return isRefusal && problem.success ? { is: 'refused', title: problem.data.title } : { is: 'outage' };
}
