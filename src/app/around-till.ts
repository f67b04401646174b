/** What lies around the till: the app's own freshness, and the browser. */
import type { InstallPort } from '../till/till-ports.ts';
import type { FreshApp } from './keep-fresh.ts';

export interface AroundTill {
  readonly fresh: FreshApp;
  readonly install: InstallPort;
}
