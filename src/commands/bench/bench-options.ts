/** How much is measured. The defaults end within ten minutes on an idle machine with two cores. */
export interface BenchOptions {
  readonly products: number;
  /** How often each thing is done; what takes seconds is done less often. */
  readonly rounds: number;
  /** A whole ten minutes of steady scanning, instead of as many scans in quicker time. */
  readonly full: boolean;
}

export const DEFAULT_OPTIONS: BenchOptions = { products: 100_000, rounds: 40, full: false };

/** Of what takes seconds. */
export function fewRounds({ rounds }: BenchOptions): number {
  return Math.max(3, Math.round(rounds / 8));
}
