/** Tells one seed: all that happened in it, or, where it goes wrong, all of the shortest day that still does. */
import { chanceStream } from '../../simulation/chance-stream.ts';
import { makePlan } from '../../simulation/make-plan.ts';
import { installPlainPlatform } from '../../simulation/plain-platform.ts';
import { runPlan } from '../../simulation/run-plan.ts';
import { shrink } from '../../simulation/shrink.ts';

/** @returns whether all went well. */
export async function tellSeed(seed: number): Promise<boolean> {
  installPlainPlatform(chanceStream(0, 'platform'));
  const plan = makePlan(seed);
  const verdict = await runPlan(plan, { keepsTrace: true });
  const isGood = verdict.problems.length === 0;
  const shortest = isGood ? plan : await shrink(plan);
  const told = isGood ? verdict : await runPlan(shortest, { keepsTrace: true });
  for (const line of told.trace) console.log(line);
  console.log(`seed ${String(seed)}, story ${verdict.fingerprint}`);
  if (isGood) return true;
  console.error(
    `Seed ${String(seed)} goes wrong; its ${String(plan.happenings.length)} happenings were cut down to ${String(shortest.happenings.length)}:`,
  );
  for (const problem of told.problems) console.error(`  ${problem}`);
  return false;
}
