/** Rings goods up: a product chosen, a code that says what it weighs or costs, a weight or a price that was asked for. */
import { priceOn, type Product } from '../../domain/catalogue.ts';
import type { Money } from '../../domain/money.ts';
import { changeSale } from '../../domain/open-sale.ts';
import { priceSale } from '../../domain/price-sale.ts';
import { pieces, quantity, type Quantity } from '../../domain/quantity.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { OpenSale } from '../../domain/sale.ts';
import type { SaleCommand } from '../../domain/sale-command.ts';
import { findCode, type FoundCode } from './find-code.ts';
import { EMPTY_BOX, searchedText } from './scan-box.ts';
import { ageAsking, type Cue, type SellContext, type SellState } from './sell-state.ts';

/** Chosen among what the text in the box found: what a label says of it counts. */
export function pickListed(state: SellState, product: Product, context: SellContext): SellState {
  const scan = findCode(searchedText(state.box), context);
  return scan.products.some(({ id }) => id === product.id)
    ? pickFound(state, product, scan, context)
    : pick(state, product, context);
}

export function pickFound(
  state: SellState,
  product: Product,
  scan: FoundCode,
  context: SellContext,
): SellState {
  const { amount, expired } = scan;
  const times = state.box.times ?? 1;
  if (expired !== null) {
    const notice = { is: 'pastUseBy', product: product.name, day: expired } as const;
    return { ...state, box: EMPTY_BOX, notice, cue: next(state.cue, 'blocked') };
  }
  if (amount?.is === 'price') {
    return add(state, product, pieces(times), { price: amount.price, priceFrom: 'barcode' }, context);
  }
  if (amount?.is === 'weight' && product.unit === 'kg') {
    return priceOrAdd(state, product, quantity(amount.quantity * times), context);
  }
  if (amount?.is === 'count' && product.unit === 'each') {
    return priceOrAdd(state, product, pieces(amount.count * times), context);
  }
  return pick(state, product, context);
}

function pick(state: SellState, product: Product, context: SellContext): SellState {
  if (product.unit === 'kg') return { ...state, box: EMPTY_BOX, asking: { is: 'weight', product } };
  return priceOrAdd(state, product, pieces(state.box.times ?? 1), context);
}

export function pickWeighed(
  state: SellState,
  product: Product,
  many: Quantity,
  context: SellContext,
): SellState {
  return priceOrAdd({ ...state, asking: null }, product, many, context);
}

function priceOrAdd(state: SellState, product: Product, many: Quantity, context: SellContext): SellState {
  if (priceOn(product, context.terms.day) !== null)
    return add(state, product, many, CATALOGUE_PRICE, context);
  return { ...state, box: EMPTY_BOX, notice: null, asking: { is: 'price', product, quantity: many } };
}

type LinePrice = Pick<Extract<SaleCommand, { is: 'addProduct' }>, 'price' | 'priceFrom'>;

const CATALOGUE_PRICE: LinePrice = { price: null };

export function typedPrice(price: Money): LinePrice {
  return { price, priceFrom: 'typed' };
}

export function add(
  state: SellState,
  product: Product,
  many: Quantity,
  price: LinePrice,
  context: SellContext,
): SellState {
  const cleared = { ...state, box: EMPTY_BOX, asking: null };
  const goods = { product, quantity: many, ...price };
  const command: SaleCommand =
    state.returning === null
      ? { is: 'addProduct', ...goods }
      : { is: 'returnProduct', ...goods, reason: state.returning };
  return change(cleared, command, context);
}

/** A refused change leaves everything as it was and says why. */
export function change(state: SellState, command: SaleCommand, context: SellContext): SellState {
  const sale = changeSale(state.sale, command, context.terms);
  if (isRefusal(sale)) return blocked(state, sale);
  const priced = priceSale(sale, context.terms);
  if (isRefusal(priced)) return blocked(state, priced);
  const changed = changedLine(state.sale, sale);
  return {
    ...state,
    sale,
    priced,
    active: changed ?? sale.lines.at(-1)?.line ?? null,
    notice: noticeOf(state.sale, command),
    asking: ageAsking(sale) ?? (state.asking?.is === 'age' ? null : state.asking),
    cue: changed === null ? state.cue : next(state.cue, 'accepted'),
  };
}

export function blocked(state: SellState, refusal: Refusal): SellState {
  return { ...state, notice: { is: 'refused', refusal }, cue: next(state.cue, 'blocked') };
}

function noticeOf(before: OpenSale, command: SaleCommand): SellState['notice'] {
  if (command.is !== 'removeLine') return null;
  const line = before.lines.find((one) => one.line === command.line);
  return line === undefined ? null : { is: 'removed', line };
}

/** The line that is new or became another, or null when lines only went. */
function changedLine(before: OpenSale, after: OpenSale): number | null {
  const known = new Set(before.lines);
  return after.lines.findLast((line) => !known.has(line))?.line ?? null;
}

export function next(cue: Cue, sound: Cue['sound']): Cue {
  return { count: cue.count + 1, sound };
}
