// A step that runs one of the projects in vitest.config.ts and leaves a report that can be counted.
import type { Step } from './step.ts';

export const reportsFolder = 'node_modules/.cache/test-reports';

export function vitestStep(name: string, project: string): Step {
  const file = `${reportsFolder}/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name,
    program: 'vitest',
    args: ['run', '--project', project, '--passWithNoTests', ...reporters],
    report: { of: 'vitest', file },
  };
}
