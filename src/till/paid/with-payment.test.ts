import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { correctPayment, paymentOf } from '../../local-db/correct-payment.ts';
import { openShift } from '../../local-db/open-shift.ts';
import { findSale } from '../../local-db/receipts.ts';
import { recordSale } from '../../local-db/record-sale.ts';
import { tendersOf } from '../../local-db/tenders-of.ts';
import { paidByCard, soldBasket } from '../../testing/trial-basket.ts';
import { TRIAL_DAY, TRIAL_POLICY } from '../../testing/trial-shop.ts';
import { makeTrialTill, trialActing } from '../../testing/trial-till.ts';
import { paidFigures } from './paid-figures.ts';
import { withPayment } from './with-payment.ts';

test('SCREEN-59 TEND-8 a corrected receipt shows how it was paid after all, and money goes back that way', async () => {
  const { db, close } = await makeTrialTill();
  const shift = { shift: 'shift-1', day: TRIAL_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float };
  await openShift(db, shift, trialActing());
  await recordSale(db, paidByCard(soldBasket('sale-1')), trialActing(1));
  const receipt = await findSale(db, 'sale-1');
  if (receipt === null) throw new Error('not sold');
  expect(withPayment(receipt, null)).toBe(receipt);
  expect(await tendersOf(db, ['sale-1', 'not-here'])).toEqual(receipt.body.tenders);
  await correctPayment(db, { sale: 'sale-1', to: 'cash' }, trialActing(2));
  const shown = withPayment(receipt, await paymentOf(db, receipt));
  expect(paidFigures(shown.body)).toEqual({ paid: 250, giveBack: 0, handed: 250, card: 0 });
  expect(shown.body.lines).toBe(receipt.body.lines);
  expect(await tendersOf(db, ['sale-1', 'not-here'])).toMatchObject([{ is: 'cash', amount: 250 }]);
  close();
});
