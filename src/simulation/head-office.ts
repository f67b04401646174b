/** The simulated head office: a till plane over tables in memory, which can crash, forget, fail over and lose its keys. */
import { sha256Hex } from '../journal/digest.ts';
import { importPublicKey, verify } from '../journal/keys.ts';
import { readProof, verifyProof } from '../journal/proof.ts';
import { decodePush } from '../journal/push-body.ts';
import { sealAnswer } from '../journal/seal.ts';
import type { ProblemCode } from '../protocol/problem.ts';
import type { Proof } from '../protocol/proof.ts';
import type { PushAnswer } from '../protocol/push.ts';
import {
  ECHO_HEADER,
  NONCE_HEADER,
  PEOPLE_PREFIX,
  PROOF_HEADER,
  SEAL_CERTIFICATE_HEADER,
  SEAL_HEADER,
  TILL_ROUTES,
} from '../protocol/till-messages.ts';
import { PROTOCOL_VERSION, type Protocol } from '../protocol/version.ts';
import { readOffered } from '../server/ledger/offered-batch.ts';
import { issueNonce, isFreshNonce } from '../server/till-plane/server-nonce.ts';
import type { NetAnswer, NetRequest } from '../sync/ports.ts';
import { emptyOffice, type OfficeTables, type TillRecord } from './ledger-tables.ts';
import { newLife, type Life } from './life.ts';
import { append, declareHole, probe, type Found } from './office-ledger.ts';
import type { OfficeKeys } from './office-keys.ts';
import { cataloguePage, rosterFor } from './office-pull.ts';
import { holeSchema } from '../protocol/hole.ts';
import type { World } from './world.ts';

export interface HeadOffice {
  tables: OfficeTables;
  keys: OfficeKeys;
  timeline: number;
  protocol: Protocol;
  life: Life;
  isDown: boolean;
  /** Whoever asks for sign-in or the catalogue gets nothing useful. */
  peopleAreDown: boolean;
  /** Tills whose head an append holds right now. */
  readonly locks: Set<string>;
  readonly handle: (request: NetRequest) => Promise<NetAnswer>;
}

export const FAILED: NetAnswer = { is: 'failed', why: 'network' };

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: number;
}

export function makeHeadOffice(world: World, keys: OfficeKeys): HeadOffice {
  const chance = world.chance('head office');
  const office: HeadOffice = {
    tables: emptyOffice(),
    keys,
    timeline: 1,
    protocol: PROTOCOL_VERSION,
    life: newLife(),
    isDown: false,
    peopleAreDown: false,
    locks: new Set(),
    handle,
  };

  async function handle(request: NetRequest): Promise<NetAnswer> {
    if (office.isDown) return FAILED;
    if (request.target.startsWith(PEOPLE_PREFIX)) return signInCheck(request);
    const { life } = office;
    const claim = readProof(request.headers[PROOF_HEADER] ?? '');
    const reply = await answer(request, claim, life);
    return life.isOver ? FAILED : seal(request, claim, reply);
  }

  function signInCheck({ headers }: NetRequest): NetAnswer {
    if (office.peopleAreDown) return arrived(500, {}, '');
    const echo = { [ECHO_HEADER]: headers[ECHO_HEADER] ?? '' };
    return arrived(200, echo, JSON.stringify({ signIn: 'up', serverTime: world.now() }));
  }

  async function answer(request: NetRequest, claim: Proof | null, life: Life): Promise<Reply> {
    if (claim === null) return problem(401, 'proof-invalid');
    const record = office.tables.tills.get(claim.till);
    const key = record?.publicKey ? await importPublicKey(record.publicKey) : null;
    if (record === undefined || key === null) return problem(401, 'till-unknown');
    const proof = await verifyProof(request.headers[PROOF_HEADER] ?? '', key);
    const digest = await sha256Hex(request.body ?? '');
    const isAbout =
      proof?.method === request.method && proof.target === request.target && proof.bodyDigest === digest;
    if (!isAbout) return problem(401, 'proof-invalid');
    if (!(await isFreshNonce(office.keys.nonce, proof.serverNonce, world.now())))
      return problem(401, 'use-nonce');
    return route(request, record, key, life);
  }

  function route(
    request: NetRequest,
    record: TillRecord,
    key: CryptoKey,
    life: Life,
  ): Promise<Reply> | Reply {
    if (request.target.startsWith(TILL_ROUTES.pull)) return pull(request, record);
    const text = new TextDecoder().decode(request.body ?? new Uint8Array());
    if (request.target === TILL_ROUTES.hole) return hole(text, record, life);
    const push = decodePush(text);
    if (push.is === 'unreadable')
      return problem(400, push.why === 'protocol' ? 'protocol-unknown' : 'batch-invalid');
    if (push.header.protocol > office.protocol) return problem(400, 'batch-invalid');
    if (push.header.till !== record.till) return problem(400, 'batch-invalid');
    const { inc, from, prevHash, report } = push.header;
    const told = (): void => {
      const now = office.tables.tills.get(record.till) ?? record;
      office.tables.tills.set(record.till, { ...now, reported: report.waitingFacts });
    };
    if (request.target === TILL_ROUTES.head) {
      told();
      return pushAnswer(
        record,
        inc,
        probe(office.tables, record.till, inc, { no: from - 1, hash: prevHash }),
      );
    }
    if (push.facts.length === 0) return problem(400, 'batch-invalid');
    const batch = readOffered(push.header, push.facts);
    return inTransaction(record, life, async () => {
      const signatureOk = await verify(key, batch.tip.hash, push.header.sig);
      told();
      const found = append(office.tables, { batch, signatureOk, tillKey: record.publicKey ?? '' });
      world.note(`ledger ${record.till} +${found.appended} head ${found.head.no}`);
      if (found.appended === 0) world.count('sometimes: a repeat that changed nothing');
      if (found.expected !== null) world.count('sometimes: a batch that began past a gap');
      return pushAnswer(record, inc, found);
    });
  }

  function hole(text: string, record: TillRecord, life: Life): Promise<Reply> | Reply {
    const parsed = office.protocol === 1 ? null : holeSchema.safeParse(JSON.parse(text)).data;
    if (parsed?.till !== record.till) return problem(404, 'not-found');
    return inTransaction(record, life, () => {
      world.count('sometimes: a hole was declared');
      return pushAnswer(record, parsed.inc, declareHole(office.tables, parsed, record.publicKey ?? ''));
    });
  }

  /** Locks the till's head without waiting; dies with the server, before or after it is written. */
  async function inTransaction(
    { till }: TillRecord,
    life: Life,
    act: () => Promise<Reply> | Reply,
  ): Promise<Reply> {
    if (office.locks.has(till)) return { ...problem(503, 'till-busy'), retryAfter: 1 };
    office.locks.add(till);
    await passes(chance.whole(1, 12), life);
    const reply = await act();
    office.locks.delete(till);
    await passes(chance.whole(0, 4), life);
    return reply;
  }

  function passes(ms: number, life: Life): Promise<void> {
    return new Promise((resolve) => {
      world.after(ms, life, resolve);
    });
  }

  async function pull({ target }: NetRequest, { till }: TillRecord): Promise<Reply> {
    const query = new URLSearchParams(target.slice(target.indexOf('?')));
    if (query.get('stream') === 'roster') {
      const roster = await rosterFor(office.tables, office.keys, till, epochOf(office), world.now());
      return { status: 200, body: { stream: 'roster', roster, serverTime: world.now() } };
    }
    const cursor = query.get('cursor') ?? '';
    return { status: 200, body: cataloguePage(office.tables, epochOf(office), cursor, world.now()) };
  }

  function pushAnswer({ till, revocation }: TillRecord, inc: string, found: Found): Reply {
    const { head, forkedAt, expected, quarantined } = found;
    const { rosterVersion, catalogueVersion } = office.tables;
    const body: PushAnswer = {
      ...(office.protocol === 1 ? {} : { protocol: office.protocol }),
      serverEpoch: epochOf(office),
      head,
      forkedAt,
      expected,
      quarantined: [...quarantined],
      safe: { inc, no: 0 },
      rosterVersion,
      catalogueVersion,
      revocation: office.tables.tills.get(till)?.revocation ?? revocation,
      serverTime: world.now(),
      retryAfterMs: null,
    };
    return { status: 200, body };
  }

  async function seal(request: NetRequest, claim: Proof | null, reply: Reply): Promise<NetAnswer> {
    const { status } = reply;
    const text = JSON.stringify(reply.body);
    const type = status === 200 ? 'application/json' : 'application/problem+json';
    const nonce = await issueNonce(office.keys.nonce, world.now());
    const headers: Record<string, string> = { 'content-type': type, [NONCE_HEADER]: nonce };
    if (reply.retryAfter !== undefined) headers['retry-after'] = String(reply.retryAfter);
    if (claim === null) return arrived(status, headers, text);
    const { till, requestNonce } = claim;
    const subject = { till, requestNonce, route: request.target, status, bodyDigest: await sha256Hex(text) };
    headers[SEAL_HEADER] = await sealAnswer(subject, office.keys.online.privateKey);
    headers[SEAL_CERTIFICATE_HEADER] = office.keys.sealCertificate;
    return arrived(status, headers, text);
  }

  return office;
}

export function epochOf({ timeline, tables }: HeadOffice): string {
  return `cluster-${String(timeline)}-${String(tables.restores)}`;
}

export function arrived(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): NetAnswer {
  return {
    is: 'answer',
    status,
    isRedirect: status >= 300 && status < 400,
    header: (name) => headers[name] ?? null,
    body: typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body),
  };
}

function problem(status: number, code: ProblemCode): Reply {
  return { status, body: { type: 'about:blank', status, code, title: code } };
}
