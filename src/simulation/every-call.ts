/** One fixed day of thirty steps, and what becomes of it when one call of a disk or a line, the Nth, goes wrong. */
import { FOREVER } from './life.ts';
import { openScenario, type Unplanned } from './scenario.ts';
import { bootTablet, killApp, serve } from './tablet.ts';

export type Strike = 'fails' | 'kills';

const STEPS: readonly (Unplanned | 'customer')[] = [
  ...customers(4),
  { is: 'backUp' },
  ...customers(3),
  { is: 'weather', till: 0, weather: 'losesReplies' },
  ...customers(3),
  { is: 'weather', till: 0, weather: 'clear' },
  { is: 'newCatalogue', removes: true },
  ...customers(2),
  { is: 'restore' },
  ...customers(3),
  { is: 'closeDay', till: 0 },
  ...customers(3),
  { is: 'upgrade', till: 0 },
  ...customers(3),
  { is: 'newRoster' },
  ...customers(2),
];
const STEP_MS = 2_500;

function customers(count: number): 'customer'[] {
  return Array.from({ length: count }, () => 'customer' as const);
}

/** @param struck the call that goes wrong; null for none. */
export async function runFixedDay(
  struck: number | null,
  strike: Strike,
): Promise<{ readonly calls: number; readonly problems: readonly string[] }> {
  const { world, shop, till, happen, pass, end } = await openScenario();
  world.calls.struck = struck;
  world.calls.onStrike = () => {
    if (strike === 'fails') return;
    world.start(killApp(shop, till).then(() => pauseThenBoot()));
  };
  const pauseThenBoot = (): void =>
    world.after(STEP_MS / 2, FOREVER, () => world.start(bootTablet(shop, till)));
  for (const [at, step] of STEPS.entries()) {
    if (step === 'customer') world.start(serve(shop, till, `customer-${String(at)}`, 1));
    else await happen(step);
    await pass(STEP_MS);
  }
  const calls = world.calls.made;
  return { calls, problems: await end() };
}
