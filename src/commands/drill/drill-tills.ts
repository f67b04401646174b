/** The drill's tills: enrolled tablets that ring their share of the day, phase by phase. */
import type { Page } from '@playwright/test';
import { prepareTablet, type Tablet } from '../../../e2e/harness/tablet.ts';
import { enrol, expectUpToDate, openShift, signIn } from '../../../e2e/harness/till-screens.ts';
import type { DrillShop } from '../../server/import/drill-shop.ts';
import type { DrillReceipt } from './drill-plan.ts';
import { ringReceipt } from './ring-receipt.ts';

export interface DrillTill {
  readonly name: string;
  readonly tablet: Tablet;
  readonly printed: Map<string, string>;
}

type Person = DrillShop['people'][number];

const drainMsMax = 300_000;

export function personOf(shop: DrillShop, role: string, place = 0): Person {
  const person = shop.people.filter((one) => one.role === role)[place];
  if (person === undefined) throw new Error(`the drill's shop has no ${role} number ${String(place + 1)}`);
  return person;
}

export async function openTills(origin: string, shop: DrillShop, clerk: Person): Promise<DrillTill[]> {
  const tills: DrillTill[] = [];
  for (const { name, code } of shop.tills) {
    const tablet = await prepareTablet(origin);
    tills.push({ name, tablet, printed: new Map() });
    const page = await tablet.switchOn();
    await enrol(page, code);
    await signIn(page, clerk.name, clerk.pin);
    await openShift(page);
  }
  return tills;
}

/** Every till rings its receipts at once, each in order. */
export async function ringAtOnce(
  tills: readonly DrillTill[],
  hands: readonly (readonly DrillReceipt[])[],
  day: string,
  approver: Person,
): Promise<void> {
  await Promise.all(
    tills.map(async ({ tablet, printed }, seat) => {
      for (const receipt of hands[seat] ?? [])
        await ringReceipt({ page: tablet.page(), day, printed, approver }, receipt);
    }),
  );
}

/** As after a power cut: every browser killed, started again, and someone else at the till. */
export async function restartCold(tills: readonly DrillTill[], clerk: Person): Promise<void> {
  for (const { tablet } of tills) {
    await tablet.pullThePlug();
    await signIn(await tablet.switchOn(), clerk.name, clerk.pin);
  }
}

export async function untilDrained(tills: readonly DrillTill[]): Promise<void> {
  await Promise.all(tills.map(({ tablet }) => drained(tablet.page())));
}

async function drained(page: Page): Promise<void> {
  await expectUpToDate(page, drainMsMax);
}
