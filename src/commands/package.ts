/** `npm run package -- [--to FOLDER]`: a folder that runs on a machine with Node and nothing else, given PORT and DATABASE_URL. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClientIfNeeded } from './build-client.ts';
import { makePackage } from './package/make-package.ts';
import { readOptions } from './read-options.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const usage = 'Usage: npm run package -- [--to FOLDER]';
const { to = 'dist-package' } = readOptions(usage, { to: { type: 'string' } });

const folder = resolve(to);
await buildClientIfNeeded(root, (words) => console.log(words));
const { files, packages } = await makePackage(root, folder);
console.log(
  `Packed ${String(files)} source files and ${String(packages.length)} packages with what they need into ${folder}.\n` +
    'Start it there: PORT=8080 DATABASE_URL=postgres://… npm start',
);
