/** Refuses what may not stand in a basket, so that what stands in it can always be charged. */
import { looksLikeCardNumber } from './card-number.ts';
import type { Discount } from './discount.ts';
import type { SaleTerms } from './price-sale.ts';
import { quantity, QUANTITY_ONE_UNIT } from './quantity.ts';
import { rateLine } from './rate-line.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { returnedOf } from './returned-amount.ts';
import type { OpenLine, OpenSale } from './sale.ts';
import {
  NOTE_LENGTH_MAX,
  PRICED_LINE_EXTRA_BYTES,
  QUANTITY_MAX,
  SALE_LINES_BYTES_MAX,
  SALE_LINES_MAX,
  UNIT_PRICE_MAX,
} from './sale-limits.ts';
import { WHOLE_SHARE } from './tax-rate.ts';
import { utf8Length } from './utf8-length.ts';

/** Null when all is well. */
export function checkSale(sale: OpenSale, terms: SaleTerms): Refusal | null {
  const { lines } = sale;
  if (lines.length > SALE_LINES_MAX) return refuse({ code: 'too-many-lines', limit: SALE_LINES_MAX });
  if (isTooBig(lines)) return refuse({ code: 'sale-too-big', limitBytes: SALE_LINES_BYTES_MAX });
  const ofSale = checkDiscount(sale.discount);
  if (ofSale !== null) return ofSale;
  for (const line of lines) {
    const refusal =
      checkQuantity(line) ??
      checkPrice(line) ??
      checkNote(line) ??
      checkDiscount(line.discount) ??
      checkReturned(line, lines);
    if (refusal !== null) return refusal;
    const rated = rateLine(line, sale.place, terms);
    if (isRefusal(rated)) return rated;
  }
  return null;
}

/** Measures the open lines, with room for the figures that the receipt adds to each. */
function isTooBig(lines: readonly OpenLine[]): boolean {
  const text = JSON.stringify(lines);
  const room = SALE_LINES_BYTES_MAX - lines.length * PRICED_LINE_EXTRA_BYTES;
  // No code unit takes more than three bytes, so short baskets need no counting.
  return text.length * 3 > room && utf8Length(text) > room;
}

function checkQuantity({ quantity: many, unit, origin }: OpenLine): Refusal | null {
  if (many === 0) return refuse({ code: 'quantity-zero' });
  if (many > 0 !== (origin.is === 'sold')) return refuse({ code: 'quantity-wrong-sign', quantity: many });
  if (Math.abs(many) > QUANTITY_MAX) return refuse({ code: 'quantity-too-large', limit: QUANTITY_MAX });
  const isPart = unit === 'each' && many % QUANTITY_ONE_UNIT !== 0;
  return isPart ? refuse({ code: 'quantity-not-whole', quantity: many }) : null;
}

function checkPrice({ unitPrice }: OpenLine): Refusal | null {
  if (unitPrice <= 0) return refuse({ code: 'price-not-above-zero', price: unitPrice });
  return unitPrice > UNIT_PRICE_MAX ? refuse({ code: 'amount-too-large', limit: UNIT_PRICE_MAX }) : null;
}

function checkNote({ note }: OpenLine): Refusal | null {
  if (note !== undefined && looksLikeCardNumber(note)) return refuse({ code: 'number-looks-like-card' });
  return note !== undefined && note.length > NOTE_LENGTH_MAX
    ? refuse({ code: 'note-too-long', limit: NOTE_LENGTH_MAX })
    : null;
}

/** A fixed discount may be more than the goods still cost, as goods may be taken away: then all of it is off. */
function checkDiscount(discount: Discount | undefined): Refusal | null {
  if (discount === undefined) return null;
  if (discount.is !== 'staff' && discount.reason.trim() === '')
    return refuse({ code: 'discount-without-reason' });
  if (discount.is === 'amount')
    return discount.amount > 0 ? null : refuse({ code: 'amount-below-zero', amount: discount.amount });
  return discount.points > 0 && discount.points <= WHOLE_SHARE
    ? null
    : refuse({ code: 'discount-too-large' });
}

/** Never more than was sold, counting what came back before and all lines of this sale. */
function checkReturned({ rate, origin }: OpenLine, lines: readonly OpenLine[]): Refusal | null {
  if (rate.is !== 'asSold') return null;
  const left = rate.quantity - rate.alreadyReturned;
  return returnedOf(origin, lines) > left
    ? refuse({ code: 'more-than-sold', left: quantity(Math.max(0, left)) })
    : null;
}
