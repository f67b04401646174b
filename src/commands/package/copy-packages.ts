/** Copies installed packages with all that they need, at the places where Node will look for them: the very files that were tested. */
import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../../journal/read-json.ts';

const namesSchema = z.record(z.string(), z.string()).default({});
const manifestSchema = z.object({
  version: z.string(),
  dependencies: namesSchema,
  optionalDependencies: namesSchema,
});

const MODULES = 'node_modules';

/** @returns the version of each package asked for. @throws where one that is needed is not installed. */
export async function copyPackages(
  root: string,
  to: string,
  names: readonly string[],
): Promise<Record<string, string>> {
  const copied = new Set<string>();
  const versions: Record<string, string> = {};
  const waiting = names.map((name) => ({ name, from: '', optional: false }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, from, optional } = next;
    const found = await findPackage(root, from, name);
    // Of packages for one platform each only ours is installed.
    if (found === null && optional) continue;
    if (found === null) throw new Error(`${name} is not installed.`);
    if (from === '') versions[name] = found.version;
    if (copied.has(found.place)) continue;
    copied.add(found.place);
    await copyOne(root, to, found.place);
    const { optionalDependencies, dependencies } = found;
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies }))
      waiting.push({ name: needed, from: found.place, optional: needed in optionalDependencies });
  }
  return versions;
}

/** As Node looks: in the asker's own folder of packages, then in each one above it. */
async function findPackage(root: string, from: string, name: string) {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, MODULES, name);
    const text = await readFile(join(root, place, 'package.json'), 'utf8').catch(() => null);
    if (text !== null) return { place, ...manifestSchema.parse(readJson(text)) };
    if (folder === '' || folder === '.') return null;
  }
}

async function copyOne(root: string, to: string, place: string): Promise<void> {
  await mkdir(dirname(join(to, place)), { recursive: true });
  const from = join(root, place);
  // What lies below it is copied if somebody needs it.
  const isOwn = (path: string): boolean => !path.slice(from.length).includes(`/${MODULES}`);
  await cp(from, join(to, place), { recursive: true, filter: isOwn });
}
