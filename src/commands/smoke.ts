/**
 * `npm run smoke -- --url URL`: signs in, enrols, sells and reconciles on a running server with the canary business, and ends with 0
 * only if all of that works. Run it before a release takes traffic.
 */
import 'fake-indexeddb/auto';
import { readOptions } from './read-options.ts';
import { smoke } from './smoke/smoke-steps.ts';

const usage = `Usage: CANARY_PASSWORD=… npm run smoke -- --url https://host
The server must have been started with the same CANARY_PASSWORD.`;

const { url = '' } = readOptions(usage, { url: { type: 'string' } });
const password = process.env['CANARY_PASSWORD'] ?? '';
if (!URL.canParse(url) || password === '') {
  console.error(usage);
  process.exitCode = 2;
} else {
  const { origin } = new URL(url);
  console.log(`Smoke test of ${origin}`);
  const passed = await smoke({ origin, password, say: (words) => console.log(words) });
  console.log(
    passed ? 'Passed: this release may take traffic.' : 'FAILED: this release must not take traffic.',
  );
  // What the till's code still waits for would keep the process alive.
  process.exit(passed ? 0 : 1);
}
