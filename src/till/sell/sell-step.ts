/**
 * One pure step per key, tap or answer on the Sell screen, so that keys which arrive faster than a screen can paint are neither lost
 * nor taken out of turn.
 */
import { looksLikeCardNumber } from '../../domain/card-number.ts';
import { GS1_SEPARATOR } from '../../domain/gs1.ts';
import { priceAnew } from '../../domain/price-anew.ts';
import { parseReceiptNumber, receiptNumber } from '../../domain/receipt-number.ts';
import { refuse } from '../../domain/refusal.ts';
import type { OpenSale } from '../../domain/sale.ts';
import type { ParkedSale } from '../../local-db/parked-sale.ts';
import { findCode } from './find-code.ts';
import { add, blocked, change, next, pickFound, pickListed, pickWeighed, typedPrice } from './ring-up.ts';
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
import {
  startSelling,
  type SearchAnswer,
  type SellContext,
  type SellEvent,
  type SellState,
} from './sell-state.ts';

export function sellStep(before: SellState, event: SellEvent, context: SellContext): SellState {
  const state = step(before, event, context);
  // An empty box has no results, and the next text does not begin with those of the one before.
  return state.answer !== null && searchedText(state.box) === '' ? { ...state, answer: null } : state;
}

function step(state: SellState, event: SellEvent, context: SellContext): SellState {
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
      return { ...state, box: moveMark(state.box, event.by, ownAnswer(state)?.products.length ?? 0) };
    case 'enter':
      return enter(state, context);
    case 'found':
      return found(state, event.answer, context);
    case 'pick':
      return pickListed({ ...state, asking: null }, event.product, context);
    case 'weighed':
      return pickWeighed(state, event.product, event.quantity, context);
    case 'priced':
      return add(state, event.product, event.quantity, typedPrice(event.price), context);
    case 'change':
      return change(state, event.command, context);
    case 'empty':
      return empty(state, event.next, context);
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
      return { ...state, box: EMPTY_BOX, awaitsAnswer: false, notice: null, asking: null, returning: null };
    case 'noSuchReceipt':
      return unknown(state, event.code);
    case 'reprice':
      return { ...onDesk(state, state.sale, context), returning: state.returning };
    case 'takeOver':
      return {
        ...startSelling(event.sale, context.terms),
        notice: { is: 'changedElsewhere' },
        cue: next(state.cue, 'blocked'),
      };
    case 'recall':
      return recall(state, event.parked, context);
    case 'notSaved':
      return { ...state, notice: { is: 'notSaved', why: event.why }, cue: next(state.cue, 'blocked') };
    case 'open':
      return onDesk(state, event.sale, context);
  }
}

/** The answer to what stands in the box, and to no other text. */
function ownAnswer({ answer, box }: SellState): SearchAnswer | null {
  return answer?.text === searchedText(box) ? answer : null;
}

function found(state: SellState, answer: SearchAnswer, context: SellContext): SellState {
  if (answer.text !== searchedText(state.box)) return state;
  const { products: coded } = findCode(answer.text, context);
  const others = answer.products.filter((product) => !coded.some(({ id }) => id === product.id));
  const codedToo = answer.products.length - others.length;
  const all = { ...answer, products: [...coded, ...others], found: answer.found - codedToo + coded.length };
  const answered = { ...state, answer: all, awaitsAnswer: false };
  return state.awaitsAnswer ? enter(answered, context) : answered;
}

/** A key pressed after a message answers it: the message goes. What can still be undone stays. */
function withBox(state: SellState, box: ScanBox): SellState {
  const keeps = state.notice?.is === 'removed' || state.notice?.is === 'emptied';
  return { ...state, box, notice: keeps ? state.notice : null };
}

function enter(state: SellState, context: SellContext): SellState {
  const { box } = state;
  const code = box.text.trim();
  const scan = findCode(code, context);
  const [only, ...others] = scan.products;
  if (only !== undefined && others.length === 0) return pickFound(state, only, scan, context);
  if (box.marked !== null) {
    const answer = ownAnswer(state);
    if (answer === null) return { ...state, awaitsAnswer: true };
    const marked = answer.products[box.marked];
    if (marked !== undefined) return pickListed(state, marked, context);
  }
  if (code === '') return state;
  if (only !== undefined) return { ...unknown(state, code), notice: { is: 'severalHaveCode', code } };
  if (looksLikeCardNumber(code)) {
    return blocked({ ...state, box: EMPTY_BOX }, refuse({ code: 'number-looks-like-card' }));
  }
  const receipt = parseReceiptNumber(code);
  return receipt === null
    ? unknown(state, code)
    : openReceipt(state, receiptNumber(receipt.series, receipt.count));
}

function unknown(state: SellState, code: string): SellState {
  return {
    ...state,
    box: missCode(state.box, code),
    // A separator is no sign that anybody can read.
    notice: { is: 'unknownCode', code: code.replaceAll(GS1_SEPARATOR, ' ') },
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

function empty(state: SellState, to: OpenSale, context: SellContext): SellState {
  const { sale, priced } = state;
  const emptied = { is: 'emptied', sale, gross: priced.totals.gross } as const;
  return { ...onDesk(state, to, context), notice: sale.lines.length === 0 ? null : emptied };
}

function undo(state: SellState, context: SellContext): SellState {
  const { notice, cue } = state;
  if (notice?.is === 'removed') return change(state, { is: 'restoreLine', line: notice.line }, context);
  if (notice?.is !== 'emptied') return state;
  return { ...onDesk(state, notice.sale, context), cue: next(cue, 'accepted') };
}

function recall(state: SellState, { open, day, gross }: ParkedSale, context: SellContext): SellState {
  const { index, terms } = context;
  if (day === terms.day) return onDesk(state, open, context);
  const anew = onDesk(state, priceAnew(open, index.byId, terms), context);
  return { ...anew, notice: anew.notice ?? { is: 'pricedAnew', day, was: gross } };
}

/** Another basket; what is being typed goes on. */
function onDesk(
  { box, answer, awaitsAnswer, cue }: SellState,
  sale: OpenSale,
  { terms }: SellContext,
): SellState {
  return { ...startSelling(sale, terms), box, answer, awaitsAnswer, cue };
}
