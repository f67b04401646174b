// `npm run check`: every check that needs neither a browser nor a database, two at a time.
import { checkSteps } from './checks/check-steps.ts';
import { runInLanes } from './checks/run-step.ts';

const start = performance.now();
const results = await runInLanes(checkSteps, 2);
const failed = results.filter((result) => !result.ok).map((result) => result.step.name);
const seconds = Math.round((performance.now() - start) / 1000);
console.log(failed.length === 0 ? `All checks passed in ${seconds} s.` : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
