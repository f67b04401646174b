/** A till's journal on paper: makes real facts with real hashes and links, and signs pushes of them, without a tablet. */
import type { FactBody } from '../domain/fact-body.ts';
import { NO_MONEY } from '../domain/money.ts';
import { exportPublicKey, makeTillKey, sign } from '../journal/keys.ts';
import { makeFact, type MadeFact } from '../journal/make-fact.ts';
import { readFact } from '../journal/read-fact.ts';
import { NO_FACT_HASH, type Fact } from '../protocol/fact.ts';
import type { PushHeader, TillReport } from '../protocol/push.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';

export interface TillIdentity {
  readonly business: string;
  readonly shop: string;
  readonly till: string;
}

export interface Circumstances {
  readonly day?: string;
  readonly at?: number;
  readonly staff?: string;
  readonly approver?: string;
  readonly prev?: string;
  readonly signIn?: 'up' | 'down' | 'unknown';
}

export interface SignedPush {
  readonly header: PushHeader;
  readonly lines: readonly string[];
}

export interface TillJournal {
  readonly identity: TillIdentity;
  readonly inc: string;
  readonly key: CryptoKeyPair;
  /** SPKI base64url. */
  readonly publicKey: string;
  readonly facts: readonly MadeFact[];
  add(happened: FactBody, circumstances?: Circumstances): Promise<MadeFact>;
  /** A fact that another key's journal made. */
  take(bytes: string): Promise<void>;
  /** Any text in place of a fact: what a damaged tablet might send. */
  addLine(line: string, hash: string): void;
  /** Other bytes in place of the newest fact. */
  replaceLast(bytes: string, hash: string): void;
  /** Facts `from` to `to`, both included, signed over the last hash. */
  push(from: number, to?: number): Promise<SignedPush>;
  /** The same till and key with only the first facts: what a tablet whose disk lied goes on from. */
  rewound(to: number): TillJournal;
}

const startOfTime = Date.UTC(2025, 4, 6, 6, 0);

export async function startJournal(identity: TillIdentity, inc: string): Promise<TillJournal> {
  return startJournalWith(identity, inc, await makeTillKey());
}

export async function startJournalWith(
  { business, shop, till }: TillIdentity,
  inc: string,
  key: CryptoKeyPair,
): Promise<TillJournal> {
  return journalOf({ business, shop, till }, inc, key, await exportPublicKey(key.publicKey), []);
}

function journalOf(
  identity: TillIdentity,
  inc: string,
  key: CryptoKeyPair,
  publicKey: string,
  facts: MadeFact[],
): TillJournal {
  const point = (no: number): string => facts[no - 1]?.hash ?? NO_FACT_HASH;
  return {
    identity,
    inc,
    key,
    publicKey,
    facts,
    add: async (happened, circumstances = {}) => {
      const made = await makeFact(
        envelope(identity, inc, facts.length + 1, point(facts.length), circumstances),
        happened,
      );
      facts.push(made);
      return made;
    },
    take: async (bytes) => {
      const read = await readFact(bytes);
      if (read === null) throw new Error('not a fact');
      facts.push(read);
    },
    addLine: (line, hash) => {
      const [first] = facts;
      if (first === undefined) throw new Error('begin with a fact');
      facts.push({ fact: first.fact, bytes: line, hash });
    },
    replaceLast: (bytes, hash) => {
      const last = facts.pop();
      if (last === undefined) throw new Error('begin with a fact');
      facts.push({ fact: last.fact, bytes, hash });
    },
    push: async (from, to = facts.length) => {
      const sig = await sign(key.privateKey, point(to));
      const header = { ...headerOf(identity.till, inc, from, point(from - 1), facts.length), sig };
      return { header, lines: facts.slice(from - 1, to).map((fact) => fact.bytes) };
    },
    rewound: (to) => journalOf(identity, inc, key, publicKey, facts.slice(0, to)),
  };
}

function envelope(
  identity: TillIdentity,
  inc: string,
  no: number,
  prev: string,
  circumstances: Circumstances,
): Omit<Fact, 'v' | 'kind' | 'schema' | 'body'> {
  const at = circumstances.at ?? startOfTime + no * 60_000;
  const { approver } = circumstances;
  return {
    ...identity,
    inc,
    no,
    id: `${inc}-${String(no)}-${String(at)}`,
    prev: circumstances.prev ?? prev,
    day: circumstances.day ?? '2025-05-06',
    at: { wall: at, mono: no * 60_000, anchored: at },
    by: {
      staff: circumstances.staff ?? 's-amara',
      how: 'pin',
      roster: 1,
      approval: approver === undefined ? null : { approver, digest: NO_FACT_HASH },
    },
    app: '0.1.0',
    link: { signIn: circumstances.signIn ?? 'up', sending: 'up' },
  };
}

export function headerOf(
  till: string,
  inc: string,
  from: number,
  prevHash: string,
  head: number,
): PushHeader {
  return { protocol: PROTOCOL_VERSION, till, inc, from, prevHash, sig: '', report: reportOf(head) };
}

export function reportOf(head: number): TillReport {
  return {
    head,
    lastReceipt: null,
    waitingFacts: 0,
    waitingSales: 0,
    waitingValue: NO_MONEY,
    readiness: { persistent: true, installed: true, rosterVersion: 1, catalogueVersion: 1 },
    app: '0.1.0',
  };
}
