/**
 * What a release must be able to do before it takes traffic, done for real with the canary business:
 *
 *   signs of life → the app → sign in → a till → enrol → PIN → sell → send → reconcile → tidy up
 *
 * The first step that fails ends the test; the till that it made is shut out all the same.
 */
import { canaryProduct, CANARY_CLERK } from '../../server/canary/canary-business.ts';
import type { TillCode } from '../../protocol/office-till-messages.ts';
import { makeFetchNet } from '../../sync/fetch-net.ts';
import { openTradingTill, type TradingTill } from '../../testing/trading-till.ts';
import { fetchApp, fetchSignsOfLife } from './fetch-page.ts';
import { addTill, findSale, revokeTill, signInToOffice, signOut, type SmokeShop } from './office-steps.ts';
import { visitOffice, type OfficeVisit } from './office-visit.ts';
import { SmokeFailure, wordsOf } from './smoke-failure.ts';
import { sellOnce, signInAtTill } from './smoke-till.ts';
import { until } from './until.ts';

export interface SmokeOptions {
  /** `https://host`, without a path. */
  readonly origin: string;
  readonly password: string;
  readonly say: (words: string) => void;
}

/** @returns whether this release may take traffic. */
export async function smoke(options: SmokeOptions): Promise<boolean> {
  const step = stepTeller(options.say);
  const office = visitOffice(options.origin);
  const left: Left = { code: null, till: null };
  const passed = await trying(() => rehearse(options, step, office, left));
  await left.till?.stop();
  const { code } = left;
  const tidied = await trying(async () => {
    if (code !== null) await step('Shut the till out again', () => revokeTill(office, code.till));
    if (code !== null) await step('Sign out', () => signOut(office));
  });
  return passed && tidied;
}

/** What is there already when a step fails. */
interface Left {
  code: TillCode | null;
  till: TradingTill | null;
}

async function rehearse(
  { origin, password }: SmokeOptions,
  step: Step,
  office: OfficeVisit,
  left: Left,
): Promise<void> {
  await step('Signs of life', () => fetchSignsOfLife(origin));
  await step('The app', () => fetchApp(origin));
  const shop = await step('Sign in to the office', () => signInToOffice(office, password));
  const code = await step('Add a till', () => addTill(office, shop));
  left.code = code;
  const till = await step('Enrol it', () => enrol(origin, code, shop));
  left.till = till;
  const clerk = await step('Sign in at the till', () => signInAtTill(till, CANARY_CLERK));
  const acting = () => till.at({ at: Date.now(), day: shop.today }, clerk);
  const sold = await step('Sell', () => sellOnce(till, acting, canaryProduct.sku));
  await step('Send', () => send(till));
  await step('Reconcile', () => findSale(office, shop, code, sold));
}

function enrol(origin: string, { code, name }: TillCode, { today }: SmokeShop): Promise<TradingTill> {
  const net = makeFetchNet(origin);
  return openTradingTill({ name, code, enrolOver: net, net, startsAt: { at: Date.now(), day: today } });
}

async function send(till: TradingTill): Promise<void> {
  till.tryNow();
  await until('the acknowledgement of every fact', till.waiting, (facts) => facts === 0);
}

type Step = <Result>(name: string, act: () => Promise<Result>) => Promise<Result>;

function stepTeller(say: (words: string) => void): Step {
  return async (name, act) => {
    const began = performance.now();
    const took = (): string => `${String(Math.round(performance.now() - began))} ms`;
    try {
      const result = await act();
      say(`  ok      ${name} (${took()})`);
      return result;
    } catch (error) {
      say(`  FAILED  ${name} (${took()}): ${wordsOf(error)}`);
      throw new SmokeFailure(name);
    }
  };
}

async function trying(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof SmokeFailure) return false;
    throw error;
  }
}
