// Bad days of simulated shops: what it can do is told by `npm run simulate -- --help`.
import { readOptions } from './read-options.ts';
import { simulateMutants } from './simulate/simulate-mutants.ts';
import { simulateReal } from './simulate/simulate-real.ts';
import { simulateReturn } from './simulate/simulate-return.ts';
import { simulateSeeds } from './simulate/simulate-seeds.ts';
import { simulateSweep } from './simulate/simulate-sweep.ts';
import { tellSeed } from './simulate/tell-seed.ts';

const USAGE = `npm run simulate -- --seconds 60: bad days from fresh seeds until one goes wrong, and what was seen on the way.
  --seeds N     so many seeds instead of so many seconds     --from N      beginning with this one
  --seed N      this one only, told whole                    --threads N   1 for a quiet machine, 2 as a rule
  --mutants     each planted bug, and the seed that caught it
  --sweep       every single call of one fixed day goes wrong once, in each way
  --real        the same days on the real adapters: Dexie, the server, PostgreSQL, P-256 (300 seeds; --seeds, --seconds, --from, --threads)
  --return N    N tills come back at once after hours, with head office shedding and without`;

const values = readOptions(USAGE, {
  seconds: { type: 'string' },
  seeds: { type: 'string' },
  from: { type: 'string' },
  seed: { type: 'string' },
  threads: { type: 'string', default: '2' },
  return: { type: 'string' },
  real: { type: 'boolean', default: false },
  mutants: { type: 'boolean', default: false },
  sweep: { type: 'boolean', default: false },
});

const threads = Number(values.threads);
/** Fresh at every run, and said, so that it can be run again. */
const from = values.from === undefined ? Math.floor(Date.now() / 1000) % 1_000_000_000 : Number(values.from);

process.exitCode = (await run()) ? 0 : 1;

function run(): Promise<boolean> {
  if (values.real)
    return simulateReal({
      from: Number(values.from ?? 1),
      seeds: Number(values.seeds ?? 300),
      processes: threads,
      withinMs: values.seconds === undefined ? null : Number(values.seconds) * 1000,
    });
  if (values.mutants) return simulateMutants(threads);
  if (values.sweep) return simulateSweep();
  if (values.return !== undefined) return simulateReturn(Number(values.return));
  if (values.seed !== undefined) return tellSeed(Number(values.seed));
  const isCounted = values.seeds !== undefined;
  const count = isCounted ? Math.ceil(Number(values.seeds) / threads) : Number.MAX_SAFE_INTEGER;
  return simulateSeeds({
    from,
    threads,
    count,
    withinMs: isCounted ? null : Number(values.seconds ?? 60) * 1000,
  });
}
