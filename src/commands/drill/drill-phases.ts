/** The bad day of a drill, in order: what breaks, and how many of the day's receipts are rung while it is broken. */
import type { FaultKind, FaultTarget, PeoplePlaneFault } from '../../server/faults/fault-board.ts';

export type PhaseAct =
  | { readonly is: 'healthy' }
  | { readonly is: 'requests'; readonly target: FaultTarget; readonly kind: FaultKind }
  | { readonly is: 'peoplePlane'; readonly kind: Exclude<PeoplePlaneFault, 'none'> }
  /** The server is killed, then every tablet, which starts cold and is signed in by someone new to it. */
  | { readonly is: 'serverDead' }
  | { readonly is: 'serverBack' };

export interface Phase {
  readonly name: string;
  readonly act: PhaseAct;
}

const requests = (target: FaultTarget, kind: FaultKind): Phase => ({
  name: `${target} answers ${kind}`,
  act: { is: 'requests', target, kind },
});

export const PHASES: readonly Phase[] = [
  { name: 'all is well', act: { is: 'healthy' } },
  requests('login', '500'),
  requests('sending', '500'),
  requests('catalogue', '500'),
  requests('everything', '503'),
  requests('sending', '400'),
  requests('everything', 'html200'),
  requests('everything', 'empty401'),
  requests('everything', 'redirect'),
  requests('sending', 'truncated'),
  requests('everything', 'hang'),
  requests('sending', 'loseReply'),
  { name: 'login module throws at start', act: { is: 'peoplePlane', kind: 'throwAtStart' } },
  { name: 'login module out of connections', act: { is: 'peoplePlane', kind: 'poolExhausted' } },
  { name: 'server killed, tablets cold', act: { is: 'serverDead' } },
  { name: 'server back', act: { is: 'serverBack' } },
];

/** Deals a till's receipts to the phases in order, as evenly as they go. */
export function dealToPhases<Item>(items: readonly Item[], phases: number): Item[][] {
  return Array.from({ length: phases }, (_, phase) =>
    items.slice(
      Math.floor((items.length * phase) / phases),
      Math.floor((items.length * (phase + 1)) / phases),
    ),
  );
}
