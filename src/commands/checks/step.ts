// One thing a check runs: a program with arguments, and where its test report will lie, if it runs tests.

export interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly report?: TestReport;
}

export interface TestReport {
  readonly of: 'vitest' | 'playwright';
  readonly file: string;
}

export interface StepResult {
  readonly step: Step;
  readonly ok: boolean;
  readonly seconds: number;
}
