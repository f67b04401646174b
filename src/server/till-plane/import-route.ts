/**
 * POST /api/v1/import: facts that came in a file instead of over the network. Till, key and facts are proved by what is in the
 * file; who carries it is nobody's business here, so the office needs no way of its own into the ledger.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isSigned, readImport, type ImportStretch } from '../../journal/import-stretch.ts';
import { importPublicKey } from '../../journal/keys.ts';
import { certifiedKey } from '../../journal/verify-journal-export.ts';
import { faultSentence } from '../../protocol/journal-fault.ts';
import type { ImportAnswer } from '../../protocol/journal-export.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { appendBatch } from '../ledger/append-batch.ts';
import { readOffered } from '../ledger/offered-batch.ts';
import { callerSignal } from './caller-signal.ts';
import { findEnrolledTill, type EnrolledTill } from './enrolled-till.ts';
import { knowAgain } from './know-again.ts';
import { refuse, TILL_BUSY, type Refusal } from './refusal.ts';
import { asBusiness, businessOfTill, type CallerContext, type TillPlaneContext } from './context.ts';
import { send, type Answer } from './till-plane-context.ts';
import { unpackBody } from './unpack-body.ts';

const UNREADABLE = refuse(400, 'batch-invalid', 'This is no stretch of an exported journal.');
const NOT_OURS = refuse(403, 'till-unknown', 'The file is of a till that this server does not know.');
const UNSIGNED = refuse(
  403,
  'proof-invalid',
  "The till's signature over the file or the stretch does not fit.",
);

export function importRoute(app: FastifyInstance, context: TillPlaneContext): void {
  app.post(TILL_ROUTES.import, async (request, reply) => {
    // Nobody stands at a counter waiting for it: after everything that tills ask.
    const signal = callerSignal(reply);
    const asked = { work: 'catalogue', business: request.ip, signal } as const;
    return send(reply, await context.admission.run(asked, () => take({ ...context, signal }, request)));
  });
}

async function take(context: CallerContext, request: FastifyRequest): Promise<Answer> {
  const text = await unpackBody(request);
  if (typeof text !== 'string') return text;
  const stretch = await readImport(text);
  if (stretch === null) return UNREADABLE;
  const { chain, header } = stretch;
  if (chain.is === 'broken') {
    const series = header.branches.find(({ inc }) => inc === stretch.inc)?.series ?? header.tillName;
    return refuse(400, 'batch-invalid', faultSentence({ is: 'unlinked', series, no: chain.no }));
  }
  const till = await believedTill(context, stretch);
  return 'status' in till ? till : append(context, till, stretch);
}

/**
 * The certificate under our root is proof; where the root was lost since, the key that we know the till by is too. A till that
 * a restore forgot is known again, as when it comes itself.
 */
async function believedTill(context: CallerContext, stretch: ImportStretch): Promise<EnrolledTill | Refusal> {
  const { header } = stretch;
  const { certificate } = header;
  const business = await businessOfTill(context, header.till);
  const held =
    business === null ? null : await findEnrolledTill(asBusiness(context, business).pool, header.till);
  const certified = await certifiedKey(header, context.keys.root);
  const isKnownKey = held !== null && held.publicKey === certificate.certificate.key;
  const key = certified ?? (isKnownKey ? await importPublicKey(held.publicKey) : null);
  if (key === null) return NOT_OURS;
  if (!(await isSigned(stretch, key))) return UNSIGNED;
  if (held !== null) return held;
  const { pool, clock } = asBusiness(context, certificate.certificate.business);
  return (await knowAgain(pool, certificate, clock())) ?? NOT_OURS;
}

async function append(
  context: CallerContext,
  { till, business }: EnrolledTill,
  { header, inc, before, lines, sig }: ImportStretch,
): Promise<Answer> {
  const { pool, clock, appended } = asBusiness(context, business);
  const result = await appendBatch(pool, {
    batch: readOffered({ till, inc, from: before.no + 1, prevHash: before.hash }, lines),
    report: null,
    signature: sig,
    signatureOk: true,
    tillKey: header.certificate.certificate.key,
    receivedAt: clock(),
  });
  if (result.is === 'busy') return TILL_BUSY;
  if (result.appended > 0) appended();
  const value: ImportAnswer = { appended: result.appended, head: result.head, expected: result.expected };
  return { is: 'answer', value };
}
