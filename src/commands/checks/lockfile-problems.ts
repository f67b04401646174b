// What npm can leave wrong in a lock without saying so: download addresses, and gaps for platforms other than the one it ran on.
import { z } from 'zod';

const namesSchema = z.record(z.string(), z.string()).default({});

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      dependencies: namesSchema,
      optionalDependencies: namesSchema,
    }),
  ),
});

export function lockfileProblems(lock: unknown): string[] {
  const packages = Object.entries(lockSchema.parse(lock).packages);
  const locked = new Set(packages.map(([place]) => nameAt(place)));
  return packages.flatMap(([place, { resolved, dependencies, optionalDependencies }]) => [
    ...(resolved === undefined
      ? []
      : [`${place}: has a download address, which ties the lock to one registry.`]),
    ...Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !locked.has(name))
      .map((name) => `${place}: wants ${name}, which is not locked: "npm ci" will refuse.`),
  ]);
}

/** `node_modules/a/node_modules/@b/c` → `@b/c` */
function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
