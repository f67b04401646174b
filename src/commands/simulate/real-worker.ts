/** A process that runs the seeds it is given on the real adapters and tells what they showed. */
import 'fake-indexeddb/auto';
import * as z from 'zod';
import { runRealSeeds } from '../../simulation/real/run-real-seeds.ts';

const seedsSchema = z.object({
  from: z.int(),
  step: z.int(),
  count: z.int(),
  withinMs: z.nullable(z.number()),
});

/** Dexie tells of each handle that it opens anew, of which there are many here. */
console.warn = () => undefined;
const tally = await runRealSeeds(seedsSchema.parse(JSON.parse(process.argv[2] ?? '')), () =>
  performance.now(),
);
process.send?.(tally, () => {
  // What killed apps and servers left open is never closed.
  process.exit(0);
});
