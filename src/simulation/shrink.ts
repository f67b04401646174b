/** The shortest bad day that still goes wrong: drops what happens, in ever smaller pieces, and runs it again. */
import type { Plan } from './happening.ts';
import { runPlan, type RunOptions } from './run-plan.ts';

const RUNS_MAX = 400;

export async function shrink(plan: Plan, options: RunOptions = {}): Promise<Plan> {
  let shortest = plan;
  let runs = 0;
  const fails = async (candidate: Plan): Promise<boolean> => {
    runs += 1;
    return (await runPlan(candidate, options)).problems.length > 0;
  };
  let piece = Math.ceil(plan.happenings.length / 2);
  while (piece >= 1 && runs < RUNS_MAX) {
    const before = shortest.happenings.length;
    for (let from = 0; from < shortest.happenings.length && runs < RUNS_MAX;) {
      const happenings = shortest.happenings.toSpliced(from, piece);
      const candidate = { ...shortest, happenings };
      if (await fails(candidate)) shortest = candidate;
      else from += piece;
    }
    if (piece === 1 && shortest.happenings.length === before) break;
    piece = piece === 1 ? 1 : Math.ceil(piece / 2);
  }
  return shortest;
}
