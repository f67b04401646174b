/** Tells head office what this tablet cannot supply, so that everything after it flows. */
import type { Hole } from '../journal/hole-rule.ts';
import type { Hole as DeclaredHole } from '../protocol/hole.ts';
import { pushAnswerSchema, type PushAnswer } from '../protocol/push.ts';
import { TILL_ROUTES } from '../protocol/till-messages.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { exchange, type Exchanged, type Line } from './exchange.ts';
import type { Journal } from './ports.ts';

const DEADLINE_MS = 20_000;
const JSON_GZIP = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };

/** @param chain the incarnation that the branch's facts state. */
export async function declareHole(
  line: Line,
  journal: Journal,
  chain: string,
  { hashes, ...hole }: Hole,
): Promise<Exchanged<PushAnswer>> {
  // A server of the older protocol knows no holes: what it asks for waits until it does.
  if (line.protocol.current !== PROTOCOL_VERSION) return { is: 'noNews', why: 'server', retryAfterMs: 0 };
  const declared: DeclaredHole = {
    protocol: PROTOCOL_VERSION,
    till: line.credentials.till,
    inc: chain,
    ...hole,
    ...(hashes !== null && { hashes: [...hashes] }),
    report: await journal.report(),
  };
  const body = await line.pack(new TextEncoder().encode(JSON.stringify(declared)));
  const ask = {
    method: 'POST',
    target: TILL_ROUTES.hole,
    body,
    headers: JSON_GZIP,
    deadlineMs: DEADLINE_MS,
  } as const;
  return exchange(line, { ...ask, isPush: false }, pushAnswerSchema);
}
