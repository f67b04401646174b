/** What a measurement says: figures in milliseconds unless named otherwise, beside a reference measured in the same run. */
export interface BenchRow {
  readonly what: string;
  readonly budget: string;
  /** Name and figure, as they are shown. */
  readonly figures: Readonly<Record<string, string>>;
  readonly reference: Readonly<Record<string, string>>;
  readonly isMet: boolean;
}
