/** Puts the open sale aside under a name, and takes a parked one up again; each is a fact, and moves with it. */
import { looksLikeCardNumber } from '../domain/card-number.ts';
import type { FactBody } from '../domain/fact-body.ts';
import { priceSale } from '../domain/price-sale.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { OpenSale } from '../domain/sale.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Append, type Appended, type JournalView } from './append-fact.ts';
import { ONLY } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';
import type { ParkedSale } from './parked-sale.ts';

/** More baskets than this are not parked on one till: somebody has forgotten them. */
const PARKED_MAX = 100;

type Stopped =
  | Refusal
  /** Another window has changed the basket, taken it up, or holds another one. */
  | { readonly is: 'saleChanged' };

export type ParkOutcome = Appended | Stopped | NotSaved;

/** Oldest first. */
export async function parkedSales(db: LocalDb): Promise<ParkedSale[]> {
  const all = await db.journal.parked.toArray();
  return all.sort((one, other) => one.parkedAt - other.parkedAt);
}

export function parkSale(
  db: LocalDb,
  { sale, name }: { readonly sale: OpenSale; readonly name: string },
  acting: Acting,
): Promise<ParkOutcome> {
  return appendFact<Stopped>(db, acting, async (view) => {
    const refusal = await refuseParking(db, sale, name);
    if (refusal !== null) return { is: 'stop', with: refusal };
    const row = parkedRow(sale, name.trim(), view, acting);
    if (row.is === 'refused') return { is: 'stop', with: row };
    return appendOf(
      { kind: 'saleParked', body: { name: row.parked.name, gross: row.parked.gross, open: sale } },
      async () => ((await isOpenHere(db, sale)) ? null : { is: 'saleChanged' }),
      async () => {
        await db.journal.parked.put(row.parked);
        await db.journal.openSales.delete(ONLY);
      },
    );
  });
}

/** @param next the sale that is on the desk: it must be empty, or it would be lost. */
export function recallSale(db: LocalDb, sale: string, acting: Acting): Promise<ParkOutcome> {
  return appendFact<Stopped>(db, acting, async ({ enrolment }) => {
    const parked = await db.journal.parked.get(sale);
    if (parked === undefined) return { is: 'stop', with: { is: 'saleChanged' } };
    return appendOf(
      { kind: 'saleRecalled', body: { sale, till: enrolment.till } },
      async () => ((await isDeskFree(db)) && (await isParked(db, sale)) ? null : { is: 'saleChanged' }),
      async () => {
        await db.journal.parked.delete(sale);
        await db.journal.openSales.put({ key: ONLY, value: parked.open });
      },
    );
  });
}

/**
 * Takes up a basket that was parked on another till, once head office has given it to this one. It keeps its id, so that however often
 * it is taken up it is receipted once.
 */
export function recallElsewhere(
  db: LocalDb,
  { open, till }: { readonly open: OpenSale; readonly till: string },
  acting: Acting,
): Promise<ParkOutcome> {
  return appendFact<Stopped>(db, acting, () =>
    Promise.resolve(
      appendOf(
        { kind: 'saleRecalled', body: { sale: open.sale, till } },
        async () => ((await isDeskFree(db)) ? null : { is: 'saleChanged' }),
        () => db.journal.openSales.put({ key: ONLY, value: open }),
      ),
    ),
  );
}

/** Baskets that another till has taken up are parked here no more; that till's journal tells of it. */
export async function forgetParked(db: LocalDb, sales: readonly string[]): Promise<void> {
  await db.journal.parked.bulkDelete([...sales]);
}

/** A parked basket nobody comes back for. */
export function voidParkedSale(db: LocalDb, sale: string, acting: Acting): Promise<ParkOutcome> {
  return appendFact<Stopped>(db, acting, async () => {
    const parked = await db.journal.parked.get(sale);
    if (parked === undefined) return { is: 'stop', with: { is: 'saleChanged' } };
    const body = { sale, why: 'parkedAway', lines: parked.open.lines.length, gross: parked.gross } as const;
    return appendOf(
      { kind: 'saleVoided', body },
      async () => ((await isParked(db, sale)) ? null : { is: 'saleChanged' }),
      () => db.journal.parked.delete(sale),
    );
  });
}

function appendOf(
  happened: FactBody,
  check: () => Promise<Stopped | null>,
  move: () => Promise<unknown>,
): Append<Stopped> {
  return { is: 'append', happened, approval: null, check, move };
}

async function refuseParking(db: LocalDb, sale: OpenSale, name: string): Promise<Refusal | null> {
  if (sale.lines.length === 0) return refuse({ code: 'basket-empty' });
  if (name.trim() === '') return refuse({ code: 'name-missing' });
  if (looksLikeCardNumber(name)) return refuse({ code: 'number-looks-like-card' });
  const count = await db.journal.parked.count();
  return count >= PARKED_MAX ? refuse({ code: 'too-many-parked', limit: PARKED_MAX }) : null;
}

function parkedRow(
  sale: OpenSale,
  name: string,
  { roster, shift }: JournalView,
  { moment, staff }: Acting,
): { readonly is: 'row'; readonly parked: ParkedSale } | Refusal {
  const day = shift?.open.day ?? moment.day;
  const priced = priceSale(sale, { policy: roster.policy, day, catalogueVersion: 0 });
  if ('is' in priced) return priced;
  const { gross } = priced.totals;
  const parked = {
    sale: sale.sale,
    name,
    open: sale,
    gross,
    day,
    parkedAt: moment.anchored,
    parkedBy: staff,
  };
  return { is: 'row', parked };
}

/** As for a payment: the stored sale may lag behind, it must not be ahead, or another. */
function isOpenHere(db: LocalDb, sale: OpenSale): PromiseLike<boolean> {
  return db.journal.openSales
    .get(ONLY)
    .then((row) => !row || (row.value.sale === sale.sale && row.value.revision <= sale.revision));
}

function isDeskFree(db: LocalDb): PromiseLike<boolean> {
  return db.journal.openSales.get(ONLY).then((row) => !row || row.value.lines.length === 0);
}

function isParked(db: LocalDb, sale: string): PromiseLike<boolean> {
  return db.journal.parked.get(sale).then((parked) => parked !== undefined);
}
