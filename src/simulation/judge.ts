/** What must be true of a shop when all faults have ended and everything has been sent. Each line says what is not. */
import * as z from 'zod/mini';
import { chainOf, type Branch } from '../journal/branch.ts';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import type { HeldCatalogue } from './held-catalogue.ts';
import { chainKey, type LedgerRow, type OfficeTables } from './ledger-tables.ts';
import type { Link } from './link.ts';
import { wrongSignOffs } from './sign-offs.ts';
import { customerOf, LAST_CUSTOMER, type SalesBook } from './sales-book.ts';
import type { TabletTables } from './tablet-tables.ts';

/** More requests than this in a minute, with no fact arriving, is a busy loop. */
const REQUESTS_A_MINUTE_MAX = 120;
const MINUTE_MS = 60_000;

/** As little of a fact as the judging needs, read by itself: not as the product reads it. */
const toldSchema = z.object({ prev: z.string(), body: z.unknown() });
const receiptSchema = z.object({
  sale: z.string(),
  receipt: z.string(),
  totals: z.object({ gross: z.number() }),
});

type Told = z.infer<typeof toldSchema>;
/** What every row that is a fact tells. */
type ToldRows = ReadonlyMap<LedgerRow, Told>;

interface ReadReceipt {
  readonly row: LedgerRow;
  readonly sale: string;
  readonly receipt: string;
  readonly gross: number;
}

/** What is looked at of a shop, simulated or on the real adapters. */
export interface JudgedShop {
  readonly world: { readonly broken: readonly string[] };
  readonly book: Pick<SalesBook, 'paid' | 'excused' | 'altered'>;
  readonly office: {
    readonly tables: Pick<OfficeTables, 'facts' | 'chains' | 'holes' | 'catalogue' | 'signOffs'>;
  };
  readonly tablets: readonly JudgedTablet[];
}

export interface JudgedTablet {
  readonly name: string;
  readonly disk: {
    readonly tables: Pick<TabletTables, 'facts' | 'branches'> & {
      readonly singles: { readonly catalogue: Pick<HeldCatalogue, 'products'> };
    };
  };
  readonly link: Pick<Link, 'sentAt'>;
}

export function judge(shop: JudgedShop): string[] {
  const told = readRows(shop);
  const receipts = receiptsIn(told);
  return [
    ...shop.world.broken.map((error) => `something threw: ${error}`),
    ...shop.tablets.flatMap((tablet) => [
      ...unsentFacts(shop, tablet),
      ...gaps(shop, tablet, told),
      ...wrongSums(shop, tablet, receipts),
      ...busyLoops(tablet),
    ]),
    ...deadTills(shop),
    ...lostSales(shop, receipts),
    ...unseenSales(shop, receipts),
    ...forksGoneOn(shop),
    ...heldTwice(shop),
    ...doubleSales(receipts),
    ...repeatedReceipts(shop, receipts),
    ...wrongSignOffs(shop.office.tables),
    ...staleReference(shop),
  ];
}

/** Nothing acknowledged is lost, and nothing waits: what a tablet has, head office has, byte for byte. */
function unsentFacts({ office, book }: JudgedShop, { name, disk }: JudgedTablet): string[] {
  return [...disk.tables.branches.values()].flatMap((branch) => {
    const chain = office.tables.facts.get(chainKey(name, chainOf(branch))) ?? [];
    const there = new Map(chain.map((row) => [row.hash, row.bytes]));
    const texts = new Set(there.values());
    return (disk.tables.facts.get(branch.inc) ?? []).flatMap(({ no, hash, bytes }) => {
      const held = there.get(hash);
      // As a flipped bit left it: evidence, and flagged. Offered again as it was made, it counts as held.
      const altered = book.altered.get(hash);
      if (held === undefined)
        return altered !== undefined && texts.has(altered)
          ? []
          : [`${name} ${branch.inc} ${String(no)} is not at head office`];
      return held === bytes || book.altered.has(hash)
        ? []
        : [`${name} ${branch.inc} ${String(no)} has other bytes at head office`];
    });
  });
}

/** Numbers are gapless per incarnation and each fact names the one before, but where a fork or a hole is on record. */
function gaps({ office, book }: JudgedShop, { name }: JudgedTablet, told: ToldRows): string[] {
  return [...office.tables.facts].flatMap(([key, rows]) => {
    if (!key.startsWith(`${name}/`)) return [];
    const holes = office.tables.holes.filter((hole) => chainKey(hole.till, hole.inc) === key);
    const points = new Set([
      NO_FACT_HASH,
      ...rows.map((row) => row.hash),
      ...holes.map((hole) => hole.after),
    ]);
    const follows = (row: LedgerRow): boolean => {
      const prev = told.get(row)?.prev ?? '';
      // After a fact that was altered on the tablet the link is broken, and that must be on record.
      return points.has(prev) || (book.altered.has(prev) && row.marks.includes('brokenLink'));
    };
    const loose = rows.filter((row) => row.quarantined === null && !follows(row));
    const numbers = new Set(rows.map((row) => row.no));
    const missing = rows.filter(
      ({ no }) => no > 1 && !numbers.has(no - 1) && !holes.some((hole) => hole.to === no - 1),
    );
    return [
      ...loose.map(({ no }) => `${key} ${String(no)} follows nothing that head office has`),
      ...missing.map(({ no }) => `${key} ${String(no - 1)} is missing`),
    ];
  });
}

/** The totals a branch carries are those of its receipts at head office, as far as this tablet knows them. */
function wrongSums(
  { office }: JudgedShop,
  { name, disk }: JudgedTablet,
  receipts: readonly ReadReceipt[],
): string[] {
  return [...disk.tables.branches.values()].flatMap((branch) => {
    const chain = office.tables.chains.get(chainKey(name, chainOf(branch)));
    const hasHole = office.tables.holes.some(({ till, inc }) => till === name && inc === chainOf(branch));
    const hasGaps = branch.from !== undefined || hasHole;
    if (hasGaps || (chain !== undefined && chain.forkedAt !== null)) return [];
    const own = receipts.filter(
      ({ row }) => row.till === name && row.inc === chainOf(branch) && row.no <= branch.head.no,
    );
    const gross = own.reduce((sum, receipt) => sum + receipt.gross, 0);
    return isSum(branch, own.length, gross)
      ? []
      : [
          `${name} ${branch.inc}: sums ${JSON.stringify(branch.sums)}, head office ${own.length} and ${gross}`,
        ];
  });
}

function isSum({ sums }: Branch, sales: number, gross: number): boolean {
  return sums.sales === sales && sums.value === gross;
}

/** Every sale whose *Paid* was seen is there once, unless no copy of it was left anywhere. */
function lostSales({ book }: JudgedShop, receipts: readonly ReadReceipt[]): string[] {
  const bySale = new Map<string, Set<string>>();
  for (const { sale, row } of receipts) bySale.set(sale, (bySale.get(sale) ?? new Set()).add(row.hash));
  return [...book.paid.values()].flatMap(({ sale, till, receipt, hash }) => {
    const there = bySale.get(sale)?.size ?? 0;
    // A hole excuses nothing by itself: only what no copy held may be declared lost.
    const isExcused = book.excused.has(hash);
    // As it was made, and as a flipped bit left it.
    if (there === 2 && book.altered.has(hash)) return [];
    if (there === 0) return isExcused ? [] : [`${till} ${receipt} (${sale}) was paid and is lost`];
    return there === 1 ? [] : [`${till} ${receipt} (${sale}) is there ${String(there)} times`];
  });
}

/** Whatever was done to it, a till sells when all faults have ended. */
function deadTills({ book, tablets }: JudgedShop): string[] {
  const selling = new Set(
    [...book.paid.values()].filter((one) => one.customer === LAST_CUSTOMER).map(({ till }) => till),
  );
  return tablets.filter(({ name }) => !selling.has(name)).map(({ name }) => `${name} cannot sell any more`);
}

/** A sale in the ledger is one whose *Paid* was seen: nobody was charged and sent away in the dark. */
function unseenSales({ book }: JudgedShop, receipts: readonly ReadReceipt[]): string[] {
  return receipts
    .filter(({ sale }) => !book.paid.has(sale))
    .map(({ sale, receipt }) => `${receipt} (${sale}) was recorded and never shown`);
}

/** A till told that its journal has forked goes on in another incarnation. */
function forksGoneOn({ office, tablets }: JudgedShop): string[] {
  return tablets.flatMap(({ name, disk }) => {
    const current = [...disk.tables.branches.values()].find((branch) => branch.is === 'current');
    const chain = current && office.tables.chains.get(chainKey(name, chainOf(current)));
    return chain && chain.forkedAt !== null ? [`${name} goes on in a journal that has forked`] : [];
  });
}

/** The ledger's key is number and hash: a fact that came twice is there once. */
function heldTwice({ office }: JudgedShop): string[] {
  return [...office.tables.facts].flatMap(([key, rows]) =>
    new Set(rows.map(({ hash }) => hash)).size === rows.length ? [] : [`${key} holds a fact twice`],
  );
}

function doubleSales(receipts: readonly ReadReceipt[]): string[] {
  const byCustomer = new Map<string, Set<string>>();
  for (const { sale, row } of receipts) {
    const customer = `${row.till} ${customerOf(sale)}`;
    byCustomer.set(customer, (byCustomer.get(customer) ?? new Set()).add(sale));
  }
  return [...byCustomer]
    .filter(([, sales]) => sales.size > 1)
    .map(([customer, sales]) => `${customer} was charged ${String(sales.size)} times`);
}

/** One number is one receipt, but after a disk lied: then the fork is on record. */
function repeatedReceipts({ office }: JudgedShop, receipts: readonly ReadReceipt[]): string[] {
  const byNumber = new Map<string, ReadReceipt>();
  return receipts.flatMap((one) => {
    const other = byNumber.get(one.receipt);
    byNumber.set(one.receipt, one);
    const isForked =
      (office.tables.chains.get(chainKey(one.row.till, one.row.inc))?.forkedAt ?? null) !== null;
    return other === undefined || other.sale === one.sale || isForked
      ? []
      : [`${one.receipt} was printed twice`];
  });
}

function busyLoops({ name, link }: JudgedTablet): string[] {
  const { sentAt } = link;
  const at = sentAt.findIndex((time, index) => {
    const then = sentAt[index + REQUESTS_A_MINUTE_MAX];
    return then !== undefined && then - time < MINUTE_MS;
  });
  return at < 0 ? [] : [`${name} asked more than ${String(REQUESTS_A_MINUTE_MAX)} times in a minute`];
}

/** The catalogue on every tablet is head office's. */
function staleReference({ office, tablets }: JudgedShop): string[] {
  const living = [...office.tables.catalogue].filter(([, { name }]) => name !== null).map(([id]) => id);
  const expected = living.sort().join();
  return tablets.flatMap(({ name, disk }) => {
    const held = [...disk.tables.singles.catalogue.products.keys()].sort().join();
    return held === expected ? [] : [`${name} holds the catalogue ${held}, head office ${expected}`];
  });
}

function readRows({ office }: JudgedShop): ToldRows {
  const rows = [...office.tables.facts.values()].flat().filter(({ quarantined }) => quarantined === null);
  return new Map(rows.map((row) => [row, toldSchema.parse(JSON.parse(row.bytes))]));
}

function receiptsIn(told: ToldRows): ReadReceipt[] {
  return [...told].flatMap(([row, { body }]) => {
    const read = receiptSchema.safeParse(body).data;
    if (read === undefined) return [];
    return [{ row, sale: read.sale, receipt: read.receipt, gross: read.totals.gross }];
  });
}
