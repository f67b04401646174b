/**
 * One pure step per key, tap or answer on the Sell screen, so that keys which arrive faster than a screen can paint are neither lost
 * nor taken out of turn.
 */
import { looksLikeCardNumber } from '../../domain/card-number.ts';
import { priceOn, type Product } from '../../domain/catalogue.ts';
import type { Money } from '../../domain/money.ts';
import { changeSale } from '../../domain/open-sale.ts';
import type { SaleCommand } from '../../domain/sale-command.ts';
import { priceSale } from '../../domain/price-sale.ts';
import { pieces, type Quantity } from '../../domain/quantity.ts';
import { parseReceiptNumber, receiptNumber } from '../../domain/receipt-number.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import type { OpenLine, OpenSale } from '../../domain/sale.ts';
import type { ProductIndex, SearchAnswer } from './product-index.ts';
import {
  clearBox,
  deleteKey,
  EMPTY_BOX,
  missCode,
  moveMark,
  searchedText,
  typeKey,
  typeText,
  type ScanBox,
} from './scan-box.ts';
import { startSelling, type Cue, type SellContext, type SellEvent, type SellState } from './sell-state.ts';

export function sellStep(state: SellState, event: SellEvent, context: SellContext): SellState {
  switch (event.is) {
    case 'key':
      return withBox(state, typeKey(state.box, event.key));
    case 'typed':
      return withBox(state, typeText(state.box, event.text));
    case 'delete':
      return withBox(state, deleteKey(state.box));
    case 'clear':
      return withBox(state, clearBox(state.box));
    case 'forgetQuantity':
      return withBox(state, { ...state.box, times: null });
    case 'mark':
      return { ...state, box: markResult(state.box, event.by, context.index) };
    case 'enter':
      return enter(state, context);
    case 'pick':
      return pick(state, event.product, context);
    case 'weighed':
      return pickWeighed(state, event.product, event.quantity, context);
    case 'priced':
      return add(state, event.product, event.quantity, event.price, context);
    case 'change':
      return change(state, event.command, context);
    case 'empty':
      return empty(state, context);
    case 'undo':
      return undo(state, context);
    case 'ask':
      return { ...state, asking: event.asking };
    case 'stopAsking':
      return { ...state, asking: null };
    case 'startReturning':
      return { ...state, returning: event.reason, asking: null };
    case 'stopReturning':
      return { ...state, returning: null };
    case 'dismissNotice':
      return { ...state, notice: null, box: { ...state.box, missed: null } };
    case 'leave':
      return { ...state, box: EMPTY_BOX, notice: null, asking: null, returning: null };
    case 'noSuchReceipt':
      return unknown(state, event.code);
    case 'reprice':
      return {
        ...startSelling(state.sale, context.terms),
        box: state.box,
        returning: state.returning,
        cue: state.cue,
      };
    case 'takeOver':
      return {
        ...startSelling(event.sale, context.terms),
        notice: { is: 'changedElsewhere' },
        cue: next(state.cue, 'blocked'),
      };
    case 'open':
      return { ...startSelling(event.sale, context.terms), box: state.box, cue: state.cue };
  }
}

/** What lies below the box: products with the very code first, then what resembles the text. */
export function resultsFor(box: ScanBox, index: ProductIndex): SearchAnswer {
  const text = searchedText(box);
  if (text === '') return { products: [], found: 0 };
  const coded = index.byCode(text);
  const searched = index.search(text);
  const others = searched.products.filter((product) => !coded.includes(product));
  const codedToo = searched.products.length - others.length;
  return { products: [...coded, ...others], found: searched.found - codedToo + coded.length };
}

/** A key pressed after a message answers it: the message goes. What can still be undone stays. */
function withBox(state: SellState, box: ScanBox): SellState {
  const keeps = state.notice?.is === 'removed' || state.notice?.is === 'emptied';
  return { ...state, box, notice: keeps ? state.notice : null };
}

function markResult(box: ScanBox, by: 1 | -1, index: ProductIndex): ScanBox {
  return moveMark(box, by, resultsFor(box, index).products.length);
}

function enter(state: SellState, context: SellContext): SellState {
  const { box } = state;
  const code = box.text.trim();
  const coded = code === '' ? [] : context.index.byCode(code);
  const [only, ...others] = coded;
  if (only !== undefined && others.length === 0) return pick(state, only, context);
  const marked = box.marked === null ? undefined : resultsFor(box, context.index).products[box.marked];
  if (marked !== undefined) return pick(state, marked, context);
  if (code === '') return state;
  if (only === undefined && looksLikeCardNumber(code)) {
    return blocked({ ...state, box: EMPTY_BOX }, refuse({ code: 'number-looks-like-card' }));
  }
  const receipt = only === undefined ? parseReceiptNumber(code) : null;
  if (receipt !== null) return openReceipt(state, receiptNumber(receipt.series, receipt.count));
  if (only === undefined) return unknown(state, code);
  return { ...unknown(state, code), notice: { is: 'severalHaveCode', code } };
}

function unknown(state: SellState, code: string): SellState {
  return {
    ...state,
    box: missCode(state.box, code),
    notice: { is: 'unknownCode', code },
    cue: next(state.cue, 'unknown'),
  };
}

function openReceipt(state: SellState, receipt: string): SellState {
  return {
    ...state,
    box: EMPTY_BOX,
    notice: { is: 'receiptNumber', receipt },
    cue: next(state.cue, 'accepted'),
  };
}

function pick(state: SellState, product: Product, context: SellContext): SellState {
  if (product.unit === 'kg') return { ...state, box: EMPTY_BOX, asking: { is: 'weight', product } };
  return priceOrAdd(state, product, pieces(state.box.times ?? 1), context);
}

function pickWeighed(
  state: SellState,
  product: Product,
  quantity: Quantity,
  context: SellContext,
): SellState {
  return priceOrAdd({ ...state, asking: null }, product, quantity, context);
}

function priceOrAdd(state: SellState, product: Product, quantity: Quantity, context: SellContext): SellState {
  if (priceOn(product, context.terms.day) !== null) return add(state, product, quantity, null, context);
  return { ...state, box: EMPTY_BOX, notice: null, asking: { is: 'price', product, quantity } };
}

function add(
  state: SellState,
  product: Product,
  quantity: Quantity,
  price: Money | null,
  context: SellContext,
): SellState {
  const cleared = { ...state, box: EMPTY_BOX, asking: null };
  const command: SaleCommand =
    state.returning === null
      ? { is: 'addProduct', product, quantity, price }
      : { is: 'returnProduct', product, quantity, price, reason: state.returning };
  return change(cleared, command, context);
}

/** A refused change leaves everything as it was and says why. */
function change(state: SellState, command: SaleCommand, context: SellContext): SellState {
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
    cue: changed === null ? state.cue : next(state.cue, 'accepted'),
  };
}

function blocked(state: SellState, refusal: Refusal): SellState {
  return { ...state, notice: { is: 'refused', refusal }, cue: next(state.cue, 'blocked') };
}

function noticeOf(before: OpenSale, command: SaleCommand): SellState['notice'] {
  if (command.is !== 'removeLine') return null;
  const line = before.lines.find((one) => one.line === command.line);
  return line === undefined ? null : { is: 'removed', line };
}

function empty(state: SellState, context: SellContext): SellState {
  const { lines } = state.sale;
  if (lines.length === 0) return state;
  const emptied = change({ ...state, returning: null }, { is: 'empty' }, context);
  return emptied.sale.lines.length > 0 ? emptied : { ...emptied, notice: { is: 'emptied', lines } };
}

function undo(state: SellState, context: SellContext): SellState {
  if (state.notice?.is !== 'removed' && state.notice?.is !== 'emptied') return state;
  const lines = state.notice.is === 'removed' ? [state.notice.line] : state.notice.lines;
  return restore({ ...state, notice: null }, lines, context);
}

function restore(state: SellState, lines: readonly OpenLine[], context: SellContext): SellState {
  let sale = state.sale;
  for (const line of lines) {
    const restored = changeSale(sale, { is: 'restoreLine', line }, context.terms);
    if (isRefusal(restored)) return blocked(state, restored);
    sale = restored;
  }
  const priced = priceSale(sale, context.terms);
  return isRefusal(priced)
    ? blocked(state, priced)
    : { ...state, sale, priced, active: lines.at(-1)?.line ?? null, cue: next(state.cue, 'accepted') };
}

/** The line that is new or became another, or null when lines only went. */
function changedLine(before: OpenSale, after: OpenSale): number | null {
  const known = new Set(before.lines);
  return after.lines.findLast((line) => !known.has(line))?.line ?? null;
}

function next(cue: Cue, sound: Cue['sound']): Cue {
  return { count: cue.count + 1, sound };
}
