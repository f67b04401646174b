// One thing a check runs: a program with arguments, and where its test report will lie, if it runs tests.

export interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly report?: TestReport;
  /** Steps without which this one would say nothing true: when one of them failed, it is not run and counts as failed. */
  readonly needs?: readonly string[];
}

export interface TestReport {
  readonly of: 'vitest' | 'playwright';
  readonly file: string;
}

export interface StepResult {
  readonly step: Step;
  readonly ok: boolean;
  readonly seconds: number;
  /** All it printed. */
  readonly output: string;
}
