// `npm run lockfile`: the lock must install on every machine, whatever registry it uses and whatever platform it is.
import { readFileSync } from 'node:fs';
import { lockfileProblems } from './checks/lockfile-problems.ts';

const problems = lockfileProblems(JSON.parse(readFileSync('package-lock.json', 'utf8')));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
