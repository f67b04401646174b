// `npm run dependencies`: every package we depend on has its line in docs/DEPENDENCIES.md, and every line its package.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { compareDependencies } from './checks/compare-dependencies.ts';

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const manifest = manifestSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
const problems = compareDependencies(readFileSync('docs/DEPENDENCIES.md', 'utf8'), packages);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
