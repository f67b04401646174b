/**
 * Puts together what a server needs to run, and nothing else: the built app, the server's sources without tests, and the packages that they
 * import, at the versions of the lock. It starts with PORT and DATABASE_URL alone.
 */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { copyPackages } from './copy-packages.ts';

/** Commands that work beside a server; each brings the files that it imports. */
const COMMANDS = ['start', 'backup', 'restore', 'keys', 'verify-journal'] as const;
/** Started by their path, so that no import names them. */
const STARTED_BY_PATH = ['src/server/people-plane/main.ts', 'src/server/front/people-bootstrap.ts'];
/** Named on a command line. */
const RUNNER = 'tsx';
const OTHER_FILES = ['LICENSE'];

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  engines: z.record(z.string(), z.string()),
  scripts: z.record(z.string(), z.string()),
});

export interface MadePackage {
  readonly files: number;
  readonly packages: readonly string[];
}

/**
 * @param to an empty folder, or one that is not there yet
 * @param app the built app
 */
export async function makePackage(root: string, to: string, app = join(root, 'dist')): Promise<MadePackage> {
  await mkdir(to, { recursive: true });
  if ((await readdir(to)).length > 0) throw new Error(`${to} is not empty.`);
  const entries = [...COMMANDS.map((name) => `src/commands/${name}.ts`), ...STARTED_BY_PATH];
  const sources = await sourcesFrom(root, entries);
  for (const file of sources.files) await copyInto(root, to, file);
  await cp(app, join(to, 'dist'), { recursive: true });
  for (const file of OTHER_FILES) await cp(join(root, file), join(to, file), { recursive: true });
  const packages = [...sources.packages, RUNNER].sort();
  await writeManifest(root, to, await copyPackages(root, to, packages));
  return { files: sources.files.length, packages };
}

/** Every file reachable by imports, and the packages they name. */
async function sourcesFrom(
  root: string,
  entries: readonly string[],
): Promise<{ files: string[]; packages: string[] }> {
  const files = new Set<string>();
  const packages = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const name of importsOf(await readFile(join(root, file), 'utf8'))) {
      if (name.startsWith('.')) waiting.push(relative(root, join(root, dirname(file), name)));
      else packages.add(packageOf(name));
    }
  }
  return { files: [...files].sort(), packages: [...packages].filter(isNoBuiltin) };
}

/** Types vanish at run time, but an import of a type is harmless here: it only copies a file more. */
function importsOf(source: string): string[] {
  const statements = source.matchAll(/^(?:import\s+|(?:import|export)\b[^'"=;]*?\bfrom\s+)'([^']+)';/gm);
  return [...statements].map(([, name = '']) => name);
}

function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

function isNoBuiltin(name: string): boolean {
  return !name.startsWith('node:') && !builtinModules.includes(name);
}

async function copyInto(root: string, to: string, file: string): Promise<void> {
  await mkdir(dirname(join(to, file)), { recursive: true });
  await cp(join(root, file), join(to, file));
}

async function writeManifest(root: string, to: string, dependencies: Record<string, string>): Promise<void> {
  const whole = manifestSchema.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const { name, version, license, engines } = whole;
  const scripts = Object.fromEntries(COMMANDS.map((command) => [command, whole.scripts[command]]));
  const manifest = {
    name,
    version,
    private: true,
    license,
    type: 'module',
    engines,
    scripts: { ...scripts, start: `${scripts['start'] ?? ''} --no-build --no-demo --host 0.0.0.0` },
    dependencies,
  };
  await writeFile(join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
