/** Ports of a till that has no drill of its own, is not looked at, and neither updates nor installs the app: in practice, and without a key. */
import type { DrillPort, InstallPort, ReadinessPort, UpdatePort } from '../till/till-ports.ts';

const NEVER = () => () => undefined;

export const NO_DRILL: DrillPort = {
  subscribe: NEVER,
  current: () => null,
  start: () => Promise.resolve('notSaved'),
  endEarly: () => Promise.resolve(),
  anchored: () => 0,
};

export const NO_READINESS: ReadinessPort = {
  subscribe: NEVER,
  current: () => null,
  look: () => undefined,
};

export const NO_UPDATE: UpdatePort = {
  subscribe: NEVER,
  isWaiting: () => false,
  apply: () => undefined,
};

export const NO_INSTALL: InstallPort = {
  subscribe: NEVER,
  canAsk: () => false,
  ask: () => Promise.resolve(),
};
