// What `npm run check` runs. The longest come first, so that two lanes end at about the same time.
import type { Step } from './step.ts';
import { vitestStep } from './vitest-step.ts';

export const checkSteps: readonly Step[] = [
  {
    name: 'lint',
    program: 'eslint',
    args: ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
  },
  { name: 'types', program: 'tsc', args: ['-b'] },
  vitestStep('unit tests', 'unit'),
  {
    name: 'format',
    program: 'prettier',
    args: ['--check', '--cache', '--log-level', 'warn', '.'],
  },
  { name: 'direction table', program: 'node', args: ['.dependency-cruiser.cjs'] },
  { name: 'direction', program: 'depcruise', args: ['src', 'e2e'] },
  { name: 'dead code', program: 'knip', args: ['--cache', '--cache-location', 'node_modules/.cache/knip'] },
  { name: 'lockfile', program: 'node', args: ['--import', 'tsx', 'src/commands/check-lockfile.ts'] },
  {
    name: 'dependencies',
    program: 'node',
    args: ['--import', 'tsx', 'src/commands/check-dependencies-page.ts'],
  },
  { name: 'failure table', program: 'node', args: ['--import', 'tsx', 'src/commands/failure-table.ts'] },
  { name: 'rules', program: 'node', args: ['--import', 'tsx', 'src/commands/check-rules.ts'] },
];
