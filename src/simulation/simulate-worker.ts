/** A thread that runs the seeds it is given and tells what they showed. */
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod/mini';
import { chanceStream } from './chance-stream.ts';
import { installPlainPlatform } from './plain-platform.ts';
import { runSeeds } from './run-seeds.ts';

const seedsSchema = z.object({
  from: z.int(),
  step: z.int(),
  count: z.int(),
  withinMs: z.nullable(z.number()),
  mutant: z.nullable(z.string()),
});

installPlainPlatform(chanceStream(0, 'platform'));
const tally = await runSeeds(seedsSchema.parse(workerData), () => performance.now());
parentPort?.postMessage(tally);
