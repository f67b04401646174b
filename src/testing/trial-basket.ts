/** Baskets of the trial shop with the tenders that pay them, ready to be recorded. */
import { NO_MONEY } from '../domain/money.ts';
import { priceSale } from '../domain/price-sale.ts';
import { quantity, type Quantity } from '../domain/quantity.ts';
import type { OpenSale, Tender } from '../domain/sale.ts';
import type { SaleToRecord } from '../local-db/record-sale.ts';
import type { RecordedReceipt } from '../local-db/recorded-receipt.ts';
import { accepted, ringUp, trialProduct, trialTerms } from './trial-shop.ts';

/** Paid by card: exact, with nothing to round. */
export function paidByCard(sale: OpenSale): SaleToRecord {
  const { gross } = accepted(priceSale(sale, trialTerms())).totals;
  const tenders: Tender[] = gross === 0 ? [] : [{ is: 'card', amount: gross }];
  return { sale, tenders, cashRounding: NO_MONEY, approval: null };
}

export function soldBasket(sale: string, pieces = 1): OpenSale {
  const add = {
    is: 'addProduct',
    product: trialProduct({ id: 'mug' }),
    quantity: quantity(pieces * 1000),
    price: null,
  } as const;
  return ringUp(sale, [add], trialTerms());
}

/** The first line of a receipt comes back. */
export function returnBasket(
  sale: string,
  sold: RecordedReceipt,
  pieces: number,
  alreadyReturned: Quantity = quantity(0),
): OpenSale {
  const back = {
    receipt: sold.body,
    line: 1,
    quantity: quantity(pieces * 1000),
    alreadyReturned,
    soldOn: sold.day,
  };
  return ringUp(sale, [{ is: 'returnLine', ...back }], trialTerms());
}
