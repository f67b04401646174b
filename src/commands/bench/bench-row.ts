/** What a measurement says: figures in milliseconds unless named otherwise, beside a reference measured in the same run. */
export interface BenchRow {
  readonly what: string;
  readonly budget: string;
  /** Name and figure, as they are shown. */
  readonly figures: Readonly<Record<string, string>>;
  readonly reference: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
}

export type Verdict =
  | { readonly is: 'met' }
  | { readonly is: 'missed'; readonly because: string }
  /** Shown for comparison: nothing is promised. */
  | { readonly is: 'noBudget' }
  | { readonly is: 'skipped'; readonly because: string };

/** @param because what is known of the reason, should it be missed. */
export function verdictOf(isMet: boolean, because: string): Verdict {
  return isMet ? { is: 'met' } : { is: 'missed', because };
}

export function skippedRow(what: string, budget: string, because: string): BenchRow {
  return { what, budget, figures: {}, reference: {}, verdict: { is: 'skipped', because } };
}
