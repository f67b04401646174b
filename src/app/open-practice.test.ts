import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { money } from '../domain/money.ts';
import { startSale } from '../domain/open-sale.ts';
import { quantity } from '../domain/quantity.ts';
import { basisPoints } from '../domain/tax-rate.ts';
import { closeLocalDb, openLocalDb } from '../local-db/open-local-db.ts';
import { emptyPractice, PRACTICE_SUFFIX } from '../local-db/open-practice-db.ts';
import { packProducts } from '../local-db/packed-products.ts';
import { readShift } from '../local-db/read-shift.ts';
import { recordSale } from '../local-db/record-sale.ts';
import type { RecordedReceipt } from '../local-db/recorded-receipt.ts';
import { makeTrialTill, type TrialTill } from '../testing/trial-till.ts';
import { TRIAL_DAY } from '../testing/trial-shop.ts';
import { payStep, START_PAYING, type PayEvent } from '../till/pay/pay-state.ts';
import { LESSONS, type LessonId } from '../till/practice/lessons.ts';
import {
  isLessonDone,
  practiceStep,
  START_OF_PRACTICE,
  type PracticeEvent,
} from '../till/practice/practice-progress.ts';
import { practiceShop, type GoodsId } from '../till/practice/practice-shop.ts';
import { chargeNeed } from '../till/sell/charge-need.ts';
import { makeProductIndex } from '../till/sell/product-index.ts';
import { makeSaleDesk, type SaleDesk } from '../till/sell/sale-desk.ts';
import type { SellEvent } from '../till/sell/sell-state.ts';
import type { PracticeTill } from '../till/till-ports.ts';
import { enPractice } from '../till/words/en-practice.ts';
import { openPractice } from './open-practice.ts';
import { startTillClock } from './till-clock.ts';

let real: TrialTill;
let practice: PracticeTill;
let hand: ReturnType<typeof handsOn>;

beforeEach(async () => {
  real = await makeTrialTill();
  const { roster } = await real.roster();
  const shop = practiceShop(roster, enPractice);
  const clock = startTillClock({
    ...{ heard: null, lastKnown: Date.UTC(2025, 4, 6), onJump: () => undefined },
    policy: () => roster.policy,
  });
  practice = await openPractice(shop, { clock, app: '0.1.0' });
  const head = { generation: 1, epoch: 'practice', version: 1, cursor: '', overlays: 0 };
  const { categories, favourites } = shop;
  const index = makeProductIndex({
    head: { ...head, categories, favourites },
    base: packProducts(shop.products),
    overlay: [],
  });
  const day = (await readShift(practice.ports.db))?.day ?? TRIAL_DAY;
  const terms = { policy: shop.roster.policy, day, catalogueVersion: 1 };
  const desk = makeSaleDesk(
    startSale('sale-0'),
    { index, terms },
    {
      save: () => Promise.resolve(),
      search: () => Promise.resolve({ ids: [], found: 0 }),
    },
  );
  hand = handsOn(practice, desk);
});
afterEach(async () => {
  await practice.close();
  real.close();
});

/** A clerk who does as the coach says, on the parts that the screens are made of. */
function handsOn({ ports }: PracticeTill, desk: SaleDesk) {
  let progress = START_OF_PRACTICE;
  let sales = 0;
  const tell = (event: PracticeEvent) => (progress = practiceStep(progress, event));
  desk.subscribe(() => tell({ is: 'desk', state: desk.current() }));
  const send = (event: SellEvent) => desk.send(event);
  const goods = (id: GoodsId) => {
    const product = desk.context().index.byId(id);
    if (product === undefined) throw new Error(`no ${id}`);
    return product;
  };
  const pay = async (...events: readonly PayEvent[]): Promise<RecordedReceipt> => {
    const { sale, priced } = desk.current();
    const context = { totals: priced.totals, policy: desk.context().terms.policy };
    const need = chargeNeed(sale, desk.context(), 'clerk', { is: 'running', until: Infinity });
    const agreed = need === null ? null : await ports.access.approve('practice-manager', '0000', need.act);
    tell({ is: 'place', place: { is: 'pay', approval: null, start: 'choose' } });
    let state = START_PAYING;
    for (const event of events) {
      state = payStep(state, event, context);
      tell({ is: 'pay', pay: state });
    }
    if (state.stage.is !== 'saving') throw new Error(`not paid: ${JSON.stringify(state)}`);
    const approval = agreed?.is === 'approved' ? agreed.approval : null;
    const request = { sale, approval, ...state.stage.payment };
    const outcome = await recordSale(ports.db, request, ports.actingAs('practice-clerk'));
    if (outcome.is !== 'recorded') throw new Error(JSON.stringify(outcome));
    sales += 1;
    send({ is: 'open', sale: startSale(`sale-${String(sales)}`) });
    tell({ is: 'place', place: { is: 'paid', receipt: outcome.receipt } });
    return outcome.receipt;
  };
  return {
    send,
    goods,
    pay,
    ring: (id: GoodsId) => send({ is: 'pick', product: goods(id) }),
    next: () => tell({ is: 'place', place: { is: 'sell' } }),
    tell,
    desk,
    progress: () => progress,
  };
}

const CASH_10 = { is: 'cash', handed: money(1000) } as const;
const exactly = (pence: number) => ({ is: 'cash', handed: money(pence) }) as const;
const CARD = [{ is: 'way', way: 'card' }, { is: 'approved' }] as const;
let three: RecordedReceipt | null = null;

/** What the coach asks for in each sale, done. */
const DONE: Readonly<Record<LessonId, () => Promise<unknown>>> = {
  exact: () => {
    hand.ring('apple');
    return hand.pay(exactly(60));
  },
  change: () => {
    hand.ring('bread');
    return hand.pay(CASH_10);
  },
  three: async () => {
    hand.send({ is: 'typed', text: '3*' });
    hand.ring('apple');
    three = await hand.pay(...CARD);
  },
  card: () => {
    hand.ring('coffee');
    return hand.pay(...CARD);
  },
  declined: () => {
    hand.ring('mug');
    return hand.pay({ is: 'way', way: 'card' }, { is: 'declined' }, { is: 'way', way: 'cash' }, CASH_10);
  },
  split: () => {
    hand.ring('mug');
    return hand.pay(exactly(500), ...CARD);
  },
  weighed: () => {
    hand.send({ is: 'weighed', product: hand.goods('cheese'), quantity: quantity(250) });
    return hand.pay(CASH_10);
  },
  discount: () => {
    hand.ring('bread');
    const discount = { is: 'percent', points: basisPoints(5000), reason: 'Damaged' } as const;
    hand.send({ is: 'change', command: { is: 'discountLine', line: 1, discount } });
    return hand.pay(CASH_10);
  },
  undo: () => {
    hand.ring('bread');
    hand.ring('coffee');
    hand.send({ is: 'change', command: { is: 'removeLine', line: 2 } });
    hand.send({ is: 'undo' });
    return hand.pay(CASH_10);
  },
  refund: () => {
    if (three === null) throw new Error('nothing was sold');
    const { body, day } = three;
    const back = {
      receipt: body,
      soldOn: day,
      line: 1,
      quantity: quantity(1000),
      alreadyReturned: quantity(0),
    };
    hand.send({ is: 'change', command: { is: 'returnLine', ...back } });
    return hand.pay(exactly(0));
  },
};

const factsOf = async (till: { readonly db: TrialTill['db'] }) => till.db.journal.facts.toArray();

test('PRACT-1 PRACT-4 all ten sales are done as the coach asks, and the real journal does not move', async () => {
  const before = await factsOf(real);
  for (const [at, { id }] of LESSONS.entries()) {
    expect(hand.progress().at, id).toBe(at);
    await DONE[id]();
    expect(isLessonDone(hand.progress()), id).toBe(true);
    hand.next();
  }
  expect(hand.progress()).toMatchObject({ at: 10, done: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
  expect(await factsOf(real)).toEqual(before);
  expect((await real.db.journal.branches.toArray()).map(({ nextReceipt }) => nextReceipt)).toEqual([1]);
});

test('PRACT-2 a receipt of practice has a number, a name and an address that no shop has', async () => {
  hand.ring('apple');
  const { body } = await hand.pay(exactly(60));
  expect(body.receipt).toBe('PRACTICE1-000001');
  const { policy } = practiceShop((await real.roster()).roster, enPractice).roster;
  expect(policy).toMatchObject({ businessName: 'PRACTICE', vatNumber: '', address: [] });
});

test('PRACT-3 what was done is thrown away when practice ends, and nothing else can be', async () => {
  hand.ring('apple');
  await hand.pay(exactly(60));
  await practice.close();
  const left = await openLocalDb(PRACTICE_SUFFIX);
  expect(await factsOf({ db: left })).toEqual([]);
  closeLocalDb(left);
  await expect(emptyPractice(real.db)).rejects.toThrow(RangeError);
  expect((await factsOf(real)).length).toBeGreaterThan(0);
});

test('PRACT-5 another sale than the one asked for is said, and begins its steps anew', async () => {
  hand.ring('bread');
  await hand.pay(CASH_10);
  hand.next();
  expect(hand.progress()).toMatchObject({ at: 0, isMissed: true });
  await DONE.exact();
  hand.next();
  hand.tell({ is: 'skip' });
  expect(hand.progress()).toMatchObject({ at: 2, isMissed: false, done: [0] });
  hand.tell({ is: 'restart' });
  expect(hand.progress()).toMatchObject({ at: 0, done: [] });
});

test('PRACT-4 three apples by three taps, and a card that was not declined, are not what was asked for', async () => {
  for (const id of ['exact', 'change'] as const) {
    await DONE[id]();
    hand.next();
  }
  for (let taps = 0; taps < 3; taps += 1) hand.ring('apple');
  expect(isLessonDone(hand.progress())).toBe(false);
  hand.tell({ is: 'skip' });
  hand.tell({ is: 'skip' });
  hand.send({ is: 'empty', next: startSale('sale-9') });
  hand.ring('mug');
  await hand.pay(CASH_10);
  expect(hand.progress()).toMatchObject({ at: 4, isMissed: true });
});
