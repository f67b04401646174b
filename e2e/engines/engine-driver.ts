// What every engine is asked to do, whatever protocol drives it.

/** One window of a browser. Text given to `evaluate` is an expression that is read in the page. */
export interface EngineDriver {
  readonly version: string;
  open(address: string): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  /** A tap in the middle of what the expression gives. @returns false when it gives no element. */
  tap(expression: string): Promise<boolean>;
  /** Keys go to whatever has the focus, as from a keyboard. */
  typeKeys(text: string): Promise<void>;
  pressEnter(): Promise<void>;
  /** The app closed and opened again: the browser where its storage outlives it, else a new window of the same run. */
  restart(): Promise<void>;
  quit(): Promise<void>;
}
