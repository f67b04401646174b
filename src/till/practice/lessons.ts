/** The ten sales of practice: what is to be done, step by step, and how it is seen that it was. Pure. */
import { QUANTITY_ONE_UNIT } from '../../domain/quantity.ts';
import type { OpenLine, Tender } from '../../domain/sale.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import type { GoodsId } from './practice-shop.ts';

/** What the coach has seen since the sale it asks for began. */
export interface Seen {
  readonly place: 'sell' | 'pay' | 'paid' | 'receipts' | 'shift';
  /** What lies in the basket now. */
  readonly lines: readonly OpenLine[];
  /** A quantity was typed before goods were chosen. */
  readonly typedQuantity: boolean;
  readonly removed: boolean;
  /** What was removed came back. */
  readonly undone: boolean;
  /** While money is taken. */
  readonly way: Tender['is'];
  readonly parts: number;
  readonly declined: boolean;
  readonly receipts: readonly RecordedReceipt[];
  /** Of the sales before. */
  readonly earlier: readonly RecordedReceipt[];
}

export const NOTHING_SEEN: Seen = {
  ...{ place: 'sell', lines: [], typedQuantity: false, removed: false, undone: false },
  ...{ way: 'cash', parts: 0, declined: false, receipts: [], earlier: [] },
};

type Step = (seen: Seen) => boolean;

export interface Lesson {
  readonly id: LessonId;
  /** The words have one text for each. */
  readonly steps: readonly Step[];
}

export type LessonId =
  'exact' | 'change' | 'three' | 'card' | 'declined' | 'split' | 'weighed' | 'discount' | 'undo' | 'refund';

const ONE = QUANTITY_ONE_UNIT;
const THREE = 3 * ONE;

export const LESSONS: readonly Lesson[] = [
  {
    id: 'exact',
    steps: [
      inBasket('apple'),
      paying,
      sold(({ tenders }) => change(tenders) === 0 && onlyBy('cash')(tenders)),
    ],
  },
  { id: 'change', steps: [inBasket('bread'), paying, sold(({ tenders }) => change(tenders) > 0)] },
  {
    id: 'three',
    steps: [
      ({ typedQuantity }) => typedQuantity,
      ({ typedQuantity, lines }) => typedQuantity && hasThree(lines),
      sold(({ lines }) => hasThree(lines)),
    ],
  },
  {
    id: 'card',
    steps: [
      inBasket('coffee'),
      ({ place, way }) => place === 'pay' && way === 'card',
      sold(({ tenders }) => onlyBy('card')(tenders)),
    ],
  },
  {
    id: 'declined',
    steps: [
      inBasket('mug'),
      ({ place, way }) => place === 'pay' && way === 'card',
      ({ declined }) => declined,
      (seen) => seen.declined && sold(({ tenders }) => onlyBy('cash')(tenders))(seen),
    ],
  },
  {
    id: 'split',
    steps: [
      inBasket('mug'),
      ({ place, parts }) => place === 'pay' && parts > 0,
      sold(({ tenders }) => tenders.some(by('cash')) && tenders.some(by('card'))),
    ],
  },
  { id: 'weighed', steps: [inBasket('cheese'), sold(({ lines }) => lines.some(is('cheese')))] },
  {
    id: 'discount',
    steps: [
      inBasket('bread'),
      ({ lines }) => lines.some(isCheaper),
      sold(({ lines }) => lines.some(isCheaper)),
    ],
  },
  {
    id: 'undo',
    steps: [
      ({ lines, removed }) => lines.length > 1 || removed,
      ({ removed }) => removed,
      ({ undone }) => undone,
      (seen) => seen.undone && sold(() => true)(seen),
    ],
  },
  {
    id: 'refund',
    steps: [
      ({ earlier, receipts }) =>
        [...earlier, ...receipts].some(({ kind, body }) => kind === 'saleCompleted' && hasThree(body.lines)),
      ({ place, lines }) => place === 'receipts' || lines.some(comesBack),
      ({ lines }) => lines.some(comesBack),
      ({ receipts }) =>
        receipts.some(({ kind, body }) => kind === 'refundGiven' && body.lines.some(comesBack)),
    ],
  },
];

/** The first step that is still to be done, or how many there are: a later one that was done has the earlier ones behind it. */
export function stepAt({ steps }: Lesson, seen: Seen): number {
  return steps.findLastIndex((isDone) => isDone(seen)) + 1;
}

function inBasket(goods: GoodsId): Step {
  return ({ lines }) => lines.some(is(goods));
}

function paying({ place }: Seen): boolean {
  return place === 'pay';
}

function sold(asAsked: (body: RecordedReceipt['body']) => boolean): Step {
  return ({ receipts }) => receipts.some(({ kind, body }) => kind === 'saleCompleted' && asAsked(body));
}

function is(goods: GoodsId) {
  return ({ product }: { readonly product: string }) => product === goods;
}

function hasThree(lines: readonly { readonly quantity: number }[]): boolean {
  return lines.some(({ quantity }) => quantity === THREE);
}

function isCheaper({ discount }: { readonly discount?: unknown }): boolean {
  return discount !== undefined;
}

function comesBack({ quantity, origin }: { readonly quantity: number } & Pick<OpenLine, 'origin'>): boolean {
  return origin.is === 'returned' && quantity === -ONE;
}

function by(way: Tender['is']) {
  return (tender: Tender) => tender.is === way;
}

function onlyBy(way: Tender['is']) {
  return (tenders: readonly Tender[]) => tenders.length > 0 && tenders.every(by(way));
}

/** Given back in minor units. */
function change(tenders: readonly Tender[]): number {
  return tenders.reduce((sum, tender) => sum + (tender.is === 'cash' ? tender.change : 0), 0);
}
