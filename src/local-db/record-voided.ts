/** Records baskets that were emptied for good; also those whose app ended while they could still be taken back. */
import type { SaleVoided } from '../domain/fact-body.ts';
import { NO_MONEY } from '../domain/money.ts';
import { priceSale, type SaleTerms } from '../domain/price-sale.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { OpenSale } from '../domain/sale.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended } from './append-fact.ts';
import { ONLY, type JournalDb } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';

const TOLD = { is: 'told' } as const;

/** The basket is kept no longer, in the same commit. */
export function recordVoided(
  db: LocalDb,
  body: SaleVoided,
  acting: Acting,
): Promise<Appended | typeof TOLD | NotSaved> {
  const { emptied } = db.journal;
  return appendFact<typeof TOLD>(db, acting, () =>
    Promise.resolve({
      is: 'append',
      happened: { kind: 'saleVoided', body },
      approval: null,
      check: async () => ((await isTold(db.journal, body.sale)) ? TOLD : null),
      move: () => emptied.delete(body.sale),
    }),
  );
}

/** At a start: what lies here is the open sale again, or it was emptied and nobody could say so. Told by who emptied it, if that is known. */
export async function recordLostVoids(
  db: LocalDb,
  terms: SaleTerms,
  actingAs: (staff: string) => Acting,
): Promise<void> {
  const { emptied, openSales } = db.journal;
  const open = (await openSales.get(ONLY))?.value;
  for (const basket of await emptied.toArray()) {
    const isBack = open?.sale === basket.sale;
    const acting = actingAs(basket.emptiedBy ?? 'till');
    const outcome = isBack ? TOLD : await recordVoided(db, voidOf(basket, terms), acting);
    if (outcome.is === 'told') await emptied.delete(basket.sale);
  }
}

function voidOf(basket: OpenSale, terms: SaleTerms): SaleVoided {
  const priced = priceSale(basket, terms);
  const gross = isRefusal(priced) ? NO_MONEY : priced.totals.gross;
  return { sale: basket.sale, why: 'emptied', lines: basket.lines.length, gross };
}

/** It was receipted, or its end is a fact already. */
export async function isTold({ facts }: JournalDb, sale: string): Promise<boolean> {
  if ((await facts.where('sale').equals(sale).count()) > 0) return true;
  const about = await facts.where('about').equals(sale).toArray();
  return about.some(({ kind }) => kind === 'saleVoided');
}
