/** What the simulated till plane answers: the real proofs, seals, nonces and rules of placing, over tables in memory. */
import { sha256Hex } from '../journal/digest.ts';
import { importPublicKey, verify } from '../journal/keys.ts';
import { readProof, verifyProof } from '../journal/proof.ts';
import { decodePush } from '../journal/push-body.ts';
import { sealAnswer } from '../journal/seal.ts';
import { holeSchema } from '../protocol/hole.ts';
import type { ProblemCode } from '../protocol/problem.ts';
import type { Proof } from '../protocol/proof.ts';
import type { PushAnswer, PushHeader } from '../protocol/push.ts';
import { repinRequestSchema, type RepinAnswer } from '../protocol/repin.ts';
import {
  ECHO_HEADER,
  NONCE_HEADER,
  PEOPLE_PREFIX,
  PROOF_HEADER,
  SEAL_CERTIFICATE_HEADER,
  SEAL_HEADER,
  TILL_ROUTES,
} from '../protocol/till-messages.ts';
import { readOffered } from '../server/ledger/offered-batch.ts';
import { presentedCertificate } from '../server/till-plane/presented-certificate.ts';
import { seriesBegunBy } from '../server/till-plane/series-taken.ts';
import { issueNonce, isFreshNonce } from '../server/till-plane/server-nonce.ts';
import type { NetAnswer, NetRequest } from '../sync/ports.ts';
import { makeAnswer } from '../testing/make-answer.ts';
import { certificateFor } from './enrol-tablet.ts';
import { epochOf, FAILED, type HeadOffice } from './head-office.ts';
import type { OfficeTables } from './ledger-tables.ts';
import type { Life } from './life.ts';
import { declareHole, probe, type Found } from './office-ledger.ts';
import { BUSINESS, cataloguePage, rosterFor, SHOP } from './office-pull.ts';
import { NOT_REVOKED, type TillRecord } from './till-record.ts';
import type { World } from './world.ts';

export interface OfficeAt {
  readonly world: World;
  readonly office: HeadOffice;
}

const decoder = new TextDecoder();

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: number;
}

interface Believed {
  readonly record: TillRecord;
  readonly key: CryptoKey;
}

export async function answerTill(at: OfficeAt, request: NetRequest): Promise<NetAnswer> {
  const { office } = at;
  if (office.isDown) return FAILED;
  if (request.target.startsWith(PEOPLE_PREFIX)) return signInCheck(at, request);
  if (request.target === TILL_ROUTES.repin && office.protocol === 2) return answerRepin(at, request);
  const { life } = office;
  const claim = readProof(request.headers[PROOF_HEADER] ?? '');
  const believed = claim === null ? problem(401, 'proof-invalid') : await believe(at, request, claim);
  const reply = 'status' in believed ? believed : await route(at, request, believed, life);
  return life.isOver ? FAILED : seal(at, request, claim, reply);
}

function signInCheck({ world, office }: OfficeAt, { headers }: NetRequest): NetAnswer {
  if (office.peopleAreDown) return makeAnswer(500, {}, '');
  const echo = { [ECHO_HEADER]: headers[ECHO_HEADER] ?? '' };
  return makeAnswer(200, echo, JSON.stringify({ signIn: 'up', serverTime: world.now() }));
}

async function believe(at: OfficeAt, request: NetRequest, claim: Proof): Promise<Believed | Reply> {
  const { world, office } = at;
  const record = await knownTill(at, request, claim.till);
  const key = record?.publicKey ? await importPublicKey(record.publicKey) : null;
  if (record === null || key === null) return problem(401, 'till-unknown');
  const proof = await verifyProof(request.headers[PROOF_HEADER] ?? '', key);
  const digest = await sha256Hex(request.body ?? '');
  const isAbout =
    proof?.method === request.method && proof.target === request.target && proof.bodyDigest === digest;
  if (!isAbout) return problem(401, 'proof-invalid');
  const isFresh = await isFreshNonce(office.keys.nonce, proof.serverNonce, world.now());
  return isFresh ? { record, key } : problem(401, 'use-nonce');
}

/** As enrolled, or known again by the certificate that this head office once signed. */
async function knownTill(
  { world, office }: OfficeAt,
  { headers }: NetRequest,
  till: string,
): Promise<TillRecord | null> {
  const record = office.tables.tills.get(till) ?? null;
  const publicKey = record?.publicKey ?? null;
  const held =
    record === null || publicKey === null
      ? null
      : { till, business: BUSINESS, shop: SHOP, publicKey, enrolledAt: record.issued };
  if (office.protocol === 1) return record;
  const presented = await presentedCertificate({ headers: { ...headers } }, held, till, office.keys.root);
  if (presented?.is !== 'news') return record;
  world.count('sometimes: a till was known again by its certificate');
  const { key, issued } = presented.certificate.certificate;
  const before = record ?? { till, enrolments: 0, reported: 0, revocation: NOT_REVOKED };
  const known = { ...before, publicKey: key, enrolments: before.enrolments + 1, enrolledAt: issued, issued };
  office.tables.tills.set(till, known);
  return known;
}

function route(at: OfficeAt, request: NetRequest, believed: Believed, life: Life): Promise<Reply> | Reply {
  const { target, body } = request;
  if (target.startsWith(TILL_ROUTES.pull)) return pull(at, target, believed.record);
  const text = decoder.decode(body ?? new Uint8Array());
  if (target === TILL_ROUTES.hole) return hole(at, text, believed, life);
  const push = decodePush(text);
  if (push.is === 'unreadable')
    return problem(400, push.why === 'protocol' ? 'protocol-unknown' : 'batch-invalid');
  const { header, facts } = push;
  // As version 1 said it: it knows no other version.
  if (header.protocol > at.office.protocol) return problem(400, 'batch-invalid');
  if (header.till !== believed.record.till) return problem(400, 'batch-invalid');
  if (target === TILL_ROUTES.head) return probed(at, header, believed);
  return facts.length === 0 ? problem(400, 'batch-invalid') : pushed(at, header, facts, believed, life);
}

function probed(at: OfficeAt, header: PushHeader, { record }: Believed): Reply {
  const { inc, from, prevHash } = header;
  noteReport(at, record, header);
  return pushAnswer(
    at,
    record,
    inc,
    probe(at.office.tables, record.till, inc, { no: from - 1, hash: prevHash }),
  );
}

function pushed(
  at: OfficeAt,
  header: PushHeader,
  facts: readonly string[],
  { record, key }: Believed,
  life: Life,
): Promise<Reply> {
  const { world, office } = at;
  const batch = readOffered(header, facts);
  return inTransaction(at, record, life, async () => {
    const signatureOk = await verify(key, batch.tip.hash, header.sig);
    noteReport(at, record, header);
    const found = office.append(office.tables, { batch, signatureOk, tillKey: record.publicKey ?? '' });
    world.note(`ledger ${record.till} +${String(found.appended)} head ${String(found.head.no)}`);
    if (found.appended === 0) world.count('sometimes: a repeat that changed nothing');
    if (found.expected !== null) world.count('sometimes: a batch that began past a gap');
    if (found.isNewFork) world.count('sometimes: a fork was raised');
    if (found.recovered > 0) world.count('sometimes: what a lost till had left arrived under its new key');
    if (found.broken > 0) world.count('sometimes: an altered fact arrived and was flagged');
    return pushAnswer(at, record, header.inc, found);
  });
}

function hole(at: OfficeAt, text: string, { record }: Believed, life: Life): Promise<Reply> | Reply {
  const parsed = at.office.protocol === 1 ? undefined : holeSchema.safeParse(JSON.parse(text)).data;
  if (parsed?.till !== record.till) return problem(404, 'not-found');
  return inTransaction(at, record, life, () => {
    at.world.count('sometimes: a hole was declared');
    at.world.note(`hole ${record.till} ${String(parsed.from)}-${String(parsed.to)}`);
    return pushAnswer(at, record, parsed.inc, declareHole(at.office.tables, parsed, record.publicKey ?? ''));
  });
}

function noteReport({ office }: OfficeAt, { till }: TillRecord, { report }: PushHeader): void {
  const record = office.tables.tills.get(till);
  if (record !== undefined) office.tables.tills.set(till, { ...record, reported: report.waitingFacts });
}

/** Locks the till's head without waiting; dies with the server, before or after it is written. */
async function inTransaction(
  { world, office }: OfficeAt,
  { till }: TillRecord,
  life: Life,
  act: () => Promise<Reply> | Reply,
): Promise<Reply> {
  if (office.locks.has(till)) return { ...problem(503, 'till-busy'), retryAfter: 1 };
  const chance = world.chance('head office');
  const passes = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      world.after(ms, life, resolve);
    });
  office.locks.add(till);
  await passes(chance.whole(1, 12));
  const reply = await act();
  office.locks.delete(till);
  await passes(chance.whole(0, 4));
  return reply;
}

async function pull({ world, office }: OfficeAt, target: string, { till }: TillRecord): Promise<Reply> {
  const query = new URLSearchParams(target.slice(target.indexOf('?')));
  const serverTime = world.now();
  const { tables, keys } = office;
  if (query.get('stream') !== 'roster')
    return {
      status: 200,
      body: cataloguePage(tables, epochOf(office), query.get('cursor') ?? '', serverTime),
    };
  const roster = await rosterFor(tables, keys, till, epochOf(office), serverTime);
  return { status: 200, body: { stream: 'roster', roster, serverTime } };
}

function pushAnswer({ world, office }: OfficeAt, { till }: TillRecord, inc: string, found: Found): Reply {
  const { head, forkedAt, expected, quarantined } = found;
  const { rosterVersion, catalogueVersion, tills, safe } = office.tables;
  const body: PushAnswer = {
    ...(office.protocol === 1 ? {} : { protocol: office.protocol }),
    serverEpoch: epochOf(office),
    head,
    forkedAt,
    ...(forkedAt === null ? {} : { seriesTaken: seriesTaken(office.tables, till) }),
    expected,
    quarantined: [...quarantined],
    safe: { inc, no: safe.get(`${till}/${inc}`) ?? 0 },
    rosterVersion,
    catalogueVersion,
    revocation: tills.get(till)?.revocation ?? NOT_REVOKED,
    serverTime: world.now(),
    retryAfterMs: null,
  };
  return { status: 200, body };
}

function seriesTaken({ facts }: OfficeTables, till: string): string[] {
  const firsts = [...facts.values()].flat().filter((row) => row.till === till && row.no === 1);
  return firsts.flatMap(({ bytes }) => seriesBegunBy(bytes) ?? []);
}

async function answerRepin(at: OfficeAt, request: NetRequest): Promise<NetAnswer> {
  const { world, office } = at;
  const { code, requestNonce } = repinRequestSchema.parse(
    JSON.parse(decoder.decode(request.body ?? new Uint8Array())),
  );
  const record = office.tables.tills.get(office.codes.get(code) ?? '');
  const key = record?.publicKey ?? null;
  const subject = { till: '', requestNonce };
  if (record === undefined || key === null) return seal(at, request, subject, problem(403, 'code-invalid'));
  const roster = await rosterFor(office.tables, office.keys, record.till, epochOf(office), world.now());
  const body: RepinAnswer = {
    till: record.till,
    root: office.keys.root,
    onlineKey: office.keys.online.certificate,
    certificate: await certificateFor(office, record, key),
    roster,
    serverEpoch: epochOf(office),
    serverTime: world.now(),
  };
  return seal(at, request, subject, { status: 200, body });
}

async function seal(
  { world, office: { keys } }: OfficeAt,
  request: NetRequest,
  claim: Pick<Proof, 'till' | 'requestNonce'> | null,
  { status, body, retryAfter }: Reply,
): Promise<NetAnswer> {
  const text = JSON.stringify(body);
  const headers: Record<string, string> = {
    'content-type': status === 200 ? 'application/json' : 'application/problem+json',
    [NONCE_HEADER]: await issueNonce(keys.nonce, world.now()),
  };
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  if (claim === null) return makeAnswer(status, headers, text);
  const { till, requestNonce } = claim;
  const subject = { till, requestNonce, route: request.target, status, bodyDigest: await sha256Hex(text) };
  headers[SEAL_HEADER] = await sealAnswer(subject, keys.online.privateKey);
  headers[SEAL_CERTIFICATE_HEADER] = keys.sealCertificate;
  return makeAnswer(status, headers, text);
}

function problem(status: number, code: ProblemCode): Reply {
  return { status, body: { type: 'about:blank', status, code, title: code } };
}
