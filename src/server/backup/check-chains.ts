/**
 * Proves the facts of a backup one after the other: that the bytes give the hash, and that each follows from one before it, or
 * from a declared hole. Pure; facts come in the order of till, incarnation and number.
 */
import { createHash } from 'node:crypto';
import { NO_FACT_HASH } from '../../protocol/fact.ts';

export interface FactToCheck {
  readonly till: string;
  readonly inc: string;
  readonly no: number;
  readonly hash: string;
  readonly business: string;
  /** Null where the envelope cannot be read. */
  readonly prev: string | null;
  readonly bytes: string;
  readonly marks: readonly string[];
}

export interface HoleEnd {
  readonly till: string;
  readonly inc: string;
  readonly no: number;
  readonly hash: string;
}

export interface ProvedChain {
  readonly till: string;
  readonly inc: string;
  readonly business: string;
  /** The highest number held on a chain of one telling: below a fork, if there is one. */
  readonly no: number;
}

export interface ChainCheck {
  readonly see: (fact: FactToCheck) => void;
  readonly chains: () => readonly ProvedChain[];
  readonly problems: () => readonly string[];
}

const PROBLEMS_MAX = 100;

interface Running {
  readonly till: string;
  readonly inc: string;
  readonly business: string;
  no: number;
  at: Set<string>;
  before: Set<string>;
  forkedAt: number | null;
}

export function makeChainCheck(holes: readonly HoleEnd[]): ChainCheck {
  const ends = new Set(holes.flatMap((hole) => [pointKey(hole), numberKey(hole)]));
  const chains: Running[] = [];
  const problems: string[] = [];
  const complain = (fact: FactToCheck, words: string): void => {
    if (problems.length < PROBLEMS_MAX)
      problems.push(`till ${fact.till}, ${fact.inc}, fact ${String(fact.no)}: ${words}`);
  };

  return {
    see: (fact) => {
      const chain = chainOf(chains, fact);
      advance(chain, fact);
      if (!givesHash(fact)) complain(fact, 'its bytes do not give its hash');
      if (!follows(chain, fact, ends)) complain(fact, 'it follows from nothing that is here');
    },
    chains: () =>
      chains.map(({ till, inc, business, no, forkedAt }) => ({
        till,
        inc,
        business,
        no: forkedAt === null ? no : forkedAt - 1,
      })),
    problems: () => problems,
  };
}

function chainOf(chains: Running[], { till, inc, business }: FactToCheck): Running {
  const last = chains.at(-1);
  if (last?.till === till && last.inc === inc) return last;
  const begun = {
    till,
    inc,
    business,
    no: 0,
    at: new Set([NO_FACT_HASH]),
    before: new Set<string>(),
    forkedAt: null,
  };
  chains.push(begun);
  return begun;
}

function advance(chain: Running, { no, hash }: FactToCheck): void {
  if (no === chain.no) {
    chain.forkedAt ??= no;
    chain.at.add(hash);
    return;
  }
  chain.before = no === chain.no + 1 ? chain.at : new Set();
  chain.at = new Set([hash]);
  chain.no = no;
}

/** What cannot be read names nothing before it, and a broken link was flagged when it came. */
function follows(chain: Running, fact: FactToCheck, ends: ReadonlySet<string>): boolean {
  if (fact.marks.includes('brokenLink')) return true;
  if (fact.prev === null) return chain.before.size > 0 || ends.has(numberKey({ ...fact, no: fact.no - 1 }));
  return chain.before.has(fact.prev) || ends.has(pointKey({ ...fact, no: fact.no - 1, hash: fact.prev }));
}

function numberKey({ till, inc, no }: Omit<HoleEnd, 'hash'>): string {
  return `${till} ${inc} ${String(no)}`;
}

function pointKey({ till, inc, no, hash }: HoleEnd): string {
  return `${till} ${inc} ${String(no)} ${hash}`;
}

const UNREADABLE_PREFIX = 'base64:';

/** As the ledger keeps them: text, or base64 where the database has no place for it. */
function givesHash({ bytes, hash }: FactToCheck): boolean {
  if (sha256(bytes) === hash) return true;
  const isPacked = bytes.startsWith(UNREADABLE_PREFIX);
  return isPacked && sha256(Buffer.from(bytes.slice(UNREADABLE_PREFIX.length), 'base64')) === hash;
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
