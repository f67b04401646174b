/** A till that runs: what its screens ask of the app, and how to stop it. */
import type { TillPorts } from '../till/till-ports.ts';

export interface RunningTill {
  readonly ports: TillPorts;
  readonly stop: () => void;
}
