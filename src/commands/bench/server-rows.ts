/** Head office: facts appended per second against PostgreSQL alone, repeats against the first time, and the return of many tills. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { pieces } from '../../domain/quantity.ts';
import type { SaleCommand } from '../../domain/sale-command.ts';
import { PUSH_FACTS_MAX } from '../../protocol/limits.ts';
import type { Connections } from '../../server/database/query-rows.ts';
import { answerRepeat } from '../../server/ledger/answer-repeat.ts';
import { appendBatch } from '../../server/ledger/append-batch.ts';
import { readOffered } from '../../server/ledger/offered-batch.ts';
import { returnOfTills } from '../../simulation/return-of-tills.ts';
import { reportOf, type SignedPush, type TillJournal } from '../../testing/till-journal.ts';
import { startTrialLedger, type TrialLedger } from '../../testing/trial-ledger.ts';
import { payInCash, ringUp, trialProduct, trialTerms } from '../../testing/trial-shop.ts';
import { verdictOf, type BenchRow } from './bench-row.ts';
import type { BenchOptions } from './bench-options.ts';
import { milliseconds } from './milliseconds.ts';
import { ratio, shownSpread, spreadOf } from './spread.ts';

const SHARE_MIN = 0.7;
const CHEAPER_MIN = 10;
const TILLS = 2_000;
const TIMES_IDEAL_MAX = 1.3;

export async function serverRows(options: BenchOptions): Promise<BenchRow[]> {
  const ledger = await startTrialLedger('embedded');
  try {
    return [...(await ledgerRows(ledger, options)), await returnRow()];
  } finally {
    await ledger.stop();
  }
}

async function ledgerRows(ledger: TrialLedger, { rounds }: BenchOptions): Promise<BenchRow[]> {
  const journal = await ledger.newJournal();
  await ledger.owner.query('create table bench_fact (like evertill.fact including all)');
  const appended: number[] = [];
  const bulk: number[] = [];
  const repeated: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = journal.facts.length + 1;
    for (let place = 0; place < PUSH_FACTS_MAX; place += 1) await addSale(journal);
    const push = await journal.push(from);
    appended.push(await timed(() => append(ledger.pool, push)));
    bulk.push(await timed(() => insertBulk(ledger.owner, push)));
    repeated.push(await timed(() => repeat(ledger.pool, push)));
  }
  return [appendRow(appended, bulk), repeatRow(repeated, appended)];
}

const GOODS = ['p-1', 'p-2', 'p-3'].map((id) => trialProduct({ id }));

/** A sale of three lines. */
function addSale(journal: TillJournal) {
  const no = journal.facts.length + 1;
  const terms = trialTerms();
  const commands = GOODS.map((product): SaleCommand => ({
    is: 'addProduct',
    product,
    quantity: pieces(1),
    price: null,
  }));
  const { kind, body } = payInCash(ringUp(`sale-${no}`, commands, terms), terms, `A1-${no}`);
  return journal.add({ kind, body });
}

async function append(pool: Connections, { header, lines }: SignedPush): Promise<void> {
  const repeatAnswer = await answerRepeat(pool, header, lines);
  if (repeatAnswer !== null) throw new Error('it is the first time');
  const result = await appendBatch(pool, {
    batch: readOffered(header, lines),
    report: reportOf(lines.length),
    signature: header.sig,
    signatureOk: true,
    tillKey: 'key',
    receivedAt: 1,
  });
  if (result.is === 'busy') throw new Error('busy');
}

async function repeat(pool: Connections, { header, lines }: SignedPush): Promise<void> {
  if ((await answerRepeat(pool, header, lines)) === null) throw new Error('it was there before');
}

/** The same rows with the same keys, by PostgreSQL alone: nothing is read, compared or held against anything. */
async function insertBulk(owner: pg.Pool, { header, lines }: SignedPush): Promise<void> {
  await owner.query(
    `insert into bench_fact (till, inc, no, hash, business, prev, kind, bytes, till_seq, batch, received_at)
     select $1, 'inc-1', $2 + place, hash, 'b', hash, 'saleCompleted', bytes, $2 + place, 1, 1
     from unnest($3::text[], $4::text[]) with ordinality as given (hash, bytes, place)`,
    [header.till, header.from, lines.map(hashOf), lines],
  );
}

function hashOf(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function appendRow(appended: readonly number[], bulk: readonly number[]): BenchRow {
  const [here, reference] = [spreadOf(appended), spreadOf(bulk)];
  const share = reference.median / here.median;
  return {
    what: `facts appended by the server, ${PUSH_FACTS_MAX} sales of three lines at once`,
    budget: `≥ ${SHARE_MIN} × PostgreSQL alone`,
    figures: { ...shownSpread(here), 'facts per second': perSecond(here.median) },
    reference: {
      'one bulk INSERT of the same bytes: median': milliseconds(reference.median),
      'facts per second': perSecond(reference.median),
      ratio: `${share.toFixed(2)} ×`,
    },
    verdict: verdictOf(
      share >= SHARE_MIN,
      'every line is read, hashed and held against the one before; the head is locked and moved in the same commit',
    ),
  };
}

function repeatRow(repeated: readonly number[], first: readonly number[]): BenchRow {
  const [here, reference] = [spreadOf(repeated), spreadOf(first)];
  return {
    what: 'the same batch again',
    budget: `≥ ${CHEAPER_MIN} × cheaper than the first time`,
    figures: shownSpread(here),
    reference: {
      'first time: median': milliseconds(reference.median),
      ratio: ratio(reference.median, here.median),
    },
    verdict: verdictOf(
      reference.median >= CHEAPER_MIN * here.median,
      'one query for the head, and a hash over every line',
    ),
  };
}

async function returnRow(): Promise<BenchRow> {
  const { timesIdeal, drained, waitingMost } = await returnOfTills(TILLS, true);
  return {
    what: `return of ${TILLS} tills, simulated with the real pace and the real door`,
    budget: `≤ ${TIMES_IDEAL_MAX} × ideal drain, queue bounded`,
    figures: { took: `${timesIdeal.toFixed(2)} × ideal`, 'waiting at most': String(waitingMost) },
    reference: { ideal: '1.00 ×' },
    verdict: verdictOf(drained && timesIdeal <= TIMES_IDEAL_MAX, 'see docs/RELIABILITY.md'),
  };
}

function perSecond(batchMs: number): string {
  return String(Math.round((PUSH_FACTS_MAX * 1000) / batchMs));
}
