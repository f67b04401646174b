/** Asks head office what other tills of the shop have parked, and claims one of them. Only while connected: it says so otherwise. */
import {
  claimAnswerSchema,
  parkedElsewhereSchema,
  type ClaimAnswer,
  type ParkedElsewhere,
} from '../protocol/parked.ts';
import { TILL_ROUTES } from '../protocol/till-messages.ts';
import { exchange, type Line } from './exchange.ts';

/** A clerk waits for it with a customer. */
const DEADLINE_MS = 8_000;

export type Asked<Value> =
  { readonly is: 'answered'; readonly value: Value } | { readonly is: 'unreachable' };

export async function askParkedElsewhere(line: Line | null): Promise<Asked<ParkedElsewhere>> {
  if (line === null) return { is: 'unreachable' };
  const ask = { method: 'GET', target: TILL_ROUTES.parked, body: null, headers: {} } as const;
  const asked = await exchange(
    line,
    { ...ask, deadlineMs: DEADLINE_MS, isPush: false },
    parkedElsewhereSchema,
  );
  return asked.is === 'ok' ? { is: 'answered', value: asked.value } : { is: 'unreachable' };
}

/** Asking again after a lost answer is the same claim. */
export async function claimParkedElsewhere(line: Line | null, sale: string): Promise<Asked<ClaimAnswer>> {
  if (line === null) return { is: 'unreachable' };
  const body = new TextEncoder().encode(JSON.stringify({ sale }));
  const headers = { 'content-type': 'application/x-ndjson' };
  const ask = { method: 'POST', target: TILL_ROUTES.claim, body, headers } as const;
  const asked = await exchange(line, { ...ask, deadlineMs: DEADLINE_MS, isPush: false }, claimAnswerSchema);
  return asked.is === 'ok' ? { is: 'answered', value: asked.value } : { is: 'unreachable' };
}
