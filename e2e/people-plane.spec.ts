// The login module in its four ways of being broken. None of them reaches the counter or delays what it sends.
import { expect, test } from '@playwright/test';
import { PEOPLE_PLANE_FAULTS } from '../src/server/faults/fault-board.ts';
import {
  refundReceipt,
  refundWithoutReceipt,
  sellByCard,
  sellInCash,
  signInCold,
} from './harness/counter-core.ts';
import { AMARA, BO } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { labOf } from './harness/lab.ts';
import type { Tablet } from './harness/tablet.ts';
import { closeShift, expectUpToDate, openShift, signIn } from './harness/till-screens.ts';

let server: EvertillServer;
let tablet: Tablet;

test.beforeAll(async () => {
  ({ server, tablet } = await prepareDemoTill(['--demo-faults']));
  await signIn(tablet.page(), AMARA.name, AMARA.pin);
});

test.afterAll(() => disposeAll(tablet, server));

for (const fault of PEOPLE_PLANE_FAULTS)
  test(`F43 P1 P5 the people plane ${fault}: cold sign-in, sell, refund, send and close`, async () => {
    await labOf(server.origin).breakPeoplePlane(fault);
    await expect
      .poll(async () => (await fetch(`${server.origin}/api/v1/people/sign-in-check`)).status, {
        timeout: 60_000,
      })
      .toBeGreaterThanOrEqual(500);
    const page = await signInCold(tablet, BO);
    await openShift(page);
    const receipt = await sellInCash(page, 'COF-001');
    await sellByCard(page, 'COF-002');
    await refundReceipt(page, receipt);
    await refundWithoutReceipt(page, 'COF-003');
    await expectUpToDate(page);
    await expect(page.getByText('Head office sign-in is down. Keep selling.').first()).toBeVisible({
      timeout: 120_000,
    });
    await closeShift(page, [{ name: '£50 notes', pieces: 3 }]);
    await expectUpToDate(page);
  });
