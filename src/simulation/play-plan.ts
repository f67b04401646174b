/** Plays a plan to its end on any stage: the bad day, then faults end, then everything must have arrived. */
import type { Happening, Plan } from './happening.ts';
import { FOREVER } from './life.ts';
import type { World } from './world.ts';

/** A shop that things can be done to: simulated, or on the real adapters. */
export interface Stage {
  readonly world: World;
  readonly boot: () => void;
  readonly happen: (happening: Happening) => void;
  /** All faults end: lines are clear, disks have room, the server is up and today's, nobody sleeps, every app runs. */
  readonly heal: () => void;
  /** Every till serves one more customer. */
  readonly serveLast: () => void;
  readonly isDrained: () => boolean | Promise<boolean>;
  /** Says what is not as it must be. */
  readonly judge: () => string[] | Promise<string[]>;
}

export const OPENS_AT = Date.UTC(2025, 4, 6, 5, 0);
const SECOND_MS = 1_000;
/** Longer than the longest delay of any lane, several times over. */
const DRAINED_WITHIN_MS = 20 * 60_000;
const SETTLE_MS = 2 * SECOND_MS;
const LOOK_EVERY_MS = 5 * SECOND_MS;
/** Nothing waits, and that for a while: a probe may yet find that head office has forgotten something. */
const QUIET_LOOKS = 4;

/** @returns what is not as it must be. */
export async function playPlan(stage: Stage, { happenings, endsAt }: Plan): Promise<string[]> {
  const { world } = stage;
  stage.boot();
  for (const happening of happenings) world.after(happening.at, FOREVER, () => stage.happen(happening));
  await world.runUntil(OPENS_AT + endsAt);
  return settleStage(stage);
}

/** Faults end, every till serves one more customer, everything arrives. @returns what is not as it must be. */
export async function settleStage(stage: Stage): Promise<string[]> {
  const { world } = stage;
  world.note('all faults end');
  stage.heal();
  await world.runUntil(world.now() + SETTLE_MS);
  stage.serveLast();
  const late = (await drain(stage)) ? [] : ['something still waits long after all faults ended'];
  return [...late, ...(await stage.judge())];
}

async function drain({ world, isDrained }: Stage): Promise<boolean> {
  const end = world.now() + DRAINED_WITHIN_MS;
  let quiet = 0;
  while (world.now() < end) {
    await world.runUntil(world.now() + LOOK_EVERY_MS);
    quiet = (await isDrained()) ? quiet + 1 : 0;
    if (quiet === QUIET_LOOKS) return true;
  }
  return false;
}
