/** Builds the app when it was never built or its sources are newer than the last build. */
import { spawn } from 'node:child_process';
import { readdir, stat, utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CannotStart } from '../server/database/cannot-start.ts';

/** What a build reads; the folders of the server, of tests and of commands are not part of the app. */
const sources = [
  'index.html',
  'rescue.html',
  'vite.config.ts',
  'rescue.config.ts',
  'package-lock.json',
  'public',
  'src',
];
const notTheApp = new Set(['server', 'commands', 'testing', 'simulation']);
const built = 'dist/index.html';

export async function buildClientIfNeeded(root: string, log: (words: string) => void): Promise<void> {
  const builtAt = await changedAt(join(root, built));
  if (builtAt !== undefined && builtAt >= (await newestOf(root))) return;
  log('Building the app. This takes a moment, and only happens when it has changed.');
  const startedAt = new Date();
  await runBuild(root);
  // A source saved while the build ran is newer than this, and builds again next time.
  await utimes(join(root, built), startedAt, startedAt);
}

function runBuild(root: string): Promise<void> {
  const program = join(
    dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin',
    'vite.js',
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new CannotStart('The app could not be built; the lines above say why.'));
    });
  });
}

async function newestOf(root: string): Promise<number> {
  const times = await Promise.all(sources.map((name) => newestUnder(join(root, name))));
  return Math.max(...times);
}

async function newestUnder(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = (await readdir(path)).filter((name) => !notTheApp.has(name) && !name.includes('.test.'));
  const times = await Promise.all(names.map((name) => newestUnder(join(path, name))));
  return Math.max(0, ...times);
}

function changedAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => undefined,
  );
}
