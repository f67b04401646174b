// One title of a test or of a group of tests, as written.

export interface TestTitle {
  readonly file: string;
  readonly text: string;
  /** False when the test is written but always skipped: such a test proves nothing. */
  readonly runs: boolean;
}
