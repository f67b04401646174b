/** What syncing needs from outside: nothing in this folder reads a clock, a network or a database by itself. */
import type { Hole } from '../journal/hole-rule.ts';
import type { ChainPoint } from '../journal/verify-chain.ts';
import type { PageApplied } from '../local-db/apply-catalogue-page.ts';
import type { Contact } from '../local-db/contact.ts';
import type { Branch } from '../journal/branch.ts';
import type { PlainEvent } from '../local-db/record-event.ts';
import type { CataloguePage } from '../protocol/pull.ts';
import type { PushAnswer, TillReport } from '../protocol/push.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import type { TillCertificate } from '../protocol/seal.ts';

/** Carries one request. It never throws: no network and a deadline are answers too. */
export interface Net {
  readonly send: (request: NetRequest) => Promise<NetAnswer>;
  /** What stands behind it, where something stands before the network. */
  readonly really?: Net;
}

export interface NetRequest {
  readonly method: 'GET' | 'POST';
  /** Path with query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** Monotonic: a tablet that slept meanwhile has passed it. */
  readonly deadlineMs: number;
}

export type NetAnswer =
  | { readonly is: 'failed'; readonly why: 'network' | 'deadline' }
  | {
      readonly is: 'answer';
      readonly status: number;
      readonly isRedirect: boolean;
      readonly header: (name: string) => string | null;
      readonly body: Uint8Array<ArrayBuffer>;
    };

export interface Clock {
  /** Milliseconds since 1970 by the tablet, whole. */
  readonly wall: () => number;
  /** Monotonic milliseconds since the app started, whole. */
  readonly mono: () => number;
  /** Milliseconds since 1970 by the anchored clock, whole. */
  readonly anchored: () => number;
}

export interface Chance {
  /** At least 0, below 1. */
  readonly fraction: () => number;
  /** Fresh random bytes, base64url. */
  readonly nonce: () => string;
}

export interface Timers {
  /** Resolves after that time, or as soon as the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The till's database, as far as syncing reads and writes it. */
export interface Journal {
  /** Null on a tablet that is not enrolled. */
  readonly credentials: () => Promise<Credentials | null>;
  /** Oldest first. */
  readonly branches: () => Promise<readonly Branch[]>;
  readonly factsAfter: (inc: string, no: number, limit: number) => Promise<readonly StoredFact[]>;
  /** False when we hold no such fact: then the head is no news about our chain. */
  readonly moveWatermark: (inc: string, head: ChainPoint) => Promise<boolean>;
  /** What cannot be supplied from that number on; null when it is there. */
  readonly holeAt: (inc: string, wanted: number) => Promise<Hole | null>;
  /** @param seriesTaken receipt series that head office knows of. */
  readonly startIncarnation: (forkedInc: string, seriesTaken: readonly string[]) => Promise<boolean>;
  readonly report: () => Promise<TillReport>;
  readonly contact: () => Promise<Contact | null>;
  readonly heardAnswer: (answer: PushAnswer) => Promise<void>;
  /** A sealed answer that tells only the time. */
  readonly heardTime: (serverTime: number) => Promise<void>;
  /** The server is another one than before: what it held must be proved anew, of all branches but the one just proved, if one was. */
  readonly distrustServer: (provedInc: string | null) => Promise<void>;
  /** Null on a tablet that is not enrolled. */
  readonly held: () => Promise<HeldReference | null>;
  readonly applyRoster: (signed: SignedRoster) => Promise<boolean>;
  readonly applyCataloguePage: (page: CataloguePage) => Promise<PageApplied>;
  readonly record: (event: PlainEvent) => Promise<void>;
}

export interface Credentials {
  readonly till: string;
  readonly privateKey: CryptoKey;
  /** Pinned root public key, SPKI base64url. */
  readonly root: string;
  /** Presented to a server that does not know the till any more. */
  readonly certificate: TillCertificate;
}

export interface StoredFact {
  readonly no: number;
  readonly hash: string;
  readonly bytes: string;
}

export interface HeldReference {
  readonly roster: { readonly epoch: string; readonly version: number };
  /** Null before the first whole snapshot. */
  readonly catalogue: { readonly epoch: string; readonly version: number } | null;
  /** Where the next catalogue pull goes on; empty asks for a snapshot. */
  readonly cursor: string;
}

/** Compresses a request body: gzip. */
export type Pack = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

export interface SyncPorts {
  readonly journal: Journal;
  readonly net: Net;
  readonly pack: Pack;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly timers: Timers;
}
