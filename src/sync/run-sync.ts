/**
 * Runs syncing until it is stopped. Three lanes side by side, so that none delays another:
 *
 *     sending   facts up           judged as `sending`
 *     pulling   roster, catalogue  judged as `catalogue`
 *     sign-in   a probe for words  judged as `signIn`
 */
import type { Capability } from '../domain/fact-body.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { LATE_PARTS, type LateParts } from './late-parts.ts';
import { makeLinkBoard, type LinkBoard, type SyncStatus } from './link-board.ts';
import type { SyncPorts } from './ports.ts';
import { makePullLane } from './pull-lane.ts';
import { runLane } from './run-lane.ts';
import { makeSendingLane } from './sending-lane.ts';
import { makeSignInLane } from './sign-in-lane.ts';
import type { Line } from './exchange.ts';
import { lineOf, type SyncContext } from './sync-context.ts';
import { makeWaker } from './waker.ts';

export interface RunningSync {
  /** The same object until something changes. */
  readonly current: () => SyncStatus;
  readonly subscribe: (listener: () => void) => () => void;
  /** There may be something to send. Respects a running delay. */
  readonly wake: () => void;
  /** A person asks, the network is back, or the screen is visible again: no delay counts. */
  readonly tryNow: () => void;
  /** A hint came that something is new. Respects a running delay. */
  readonly hinted: () => void;
  /** A drill makes these look down; none when it is over. What head office really does is noticed all the same. */
  readonly drill: (capabilities: readonly Capability[]) => void;
  /** For what a person asks besides: null on a tablet that is not enrolled. */
  readonly line: () => Promise<Line | null>;
  /** Resolves when every lane has ended. */
  readonly stopped: Promise<void>;
}

export function runSync(ports: SyncPorts, signal: AbortSignal, late: LateParts = LATE_PARTS): RunningSync {
  const board = makeLinkBoard(ports.journal.record);
  const wakers = {
    sending: makeWaker(ports.timers, signal),
    pulling: makeWaker(ports.timers, signal),
    signIn: makeWaker(ports.timers, signal),
  };
  const context: SyncContext = {
    ...ports,
    late,
    board,
    nonce: { current: '' },
    protocol: { current: PROTOCOL_VERSION },
    newsToPull: wakers.pulling.wake,
  };
  const sending = makeSendingLane(context, wakers.sending);
  const pulling = makePullLane(context, wakers.pulling);
  const signIn = makeSignInLane(context, wakers.signIn);
  onReturn(board, signIn.askAnew);
  const lanes = [
    runLane(sending, board.roundsOf(), signal),
    runLane(pulling, board.roundsOf(), signal),
    runLane(signIn, board.roundsOf(), signal),
  ];
  const tryNow = () => [sending, pulling, signIn].forEach((lane) => lane.tryNow());
  return {
    current: board.current,
    subscribe: board.subscribe,
    wake: wakers.sending.wake,
    tryNow,
    drill: drillWith(context, tryNow, signal),
    hinted: sending.askSoon,
    line: () => lineOf(context),
    stopped: Promise.all(lanes).then(() => undefined),
  };
}

function drillWith(context: SyncContext, tryNow: () => void, signal: AbortSignal): RunningSync['drill'] {
  let over = new AbortController();
  signal.addEventListener('abort', () => over.abort());
  return (capabilities) => {
    over.abort();
    over = new AbortController();
    context.board.setDrilled(capabilities);
    // At once: the till is to notice what begins, and what is over.
    tryNow();
    const ofThisDrill = over.signal;
    // A part that is not here is only a real outage noticed after the drill.
    if (capabilities.length > 0)
      void import('./watch-through-drill.ts').then(
        ({ watchThroughDrill }) => watchThroughDrill(context, capabilities, ofThisDrill),
        () => undefined,
      );
  };
}

/** What says that sign-in is down must not outlast the outage by the minute between two checks. */
function onReturn(board: LinkBoard, askAnew: () => void): void {
  let wasDown = false;
  board.subscribe(() => {
    const { sending, signIn } = board.current();
    if (wasDown && sending.is === 'up' && signIn.is === 'down') askAnew();
    wasDown = sending.is === 'down';
  });
}
