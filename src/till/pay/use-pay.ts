/** Takes the money and commits the sale. *Paid* is shown only after the commit says that it is on disk. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { OpenSale, Tender } from '../../domain/sale.ts';
import type { Approval } from '../../local-db/acting.ts';
import { keeperOf, viewAhead, type ViewAhead } from '../../local-db/append-fact.ts';
import { tendersOf } from '../../local-db/tenders-of.ts';
import { recordSale, type SaleOutcome } from '../../local-db/record-sale.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import type { SaleDesk } from '../sell/sale-desk.ts';
import { useWatchedPay } from '../practice/practice-context.ts';
import { makeMachine, useMachine } from '../machine.ts';
import type { PayStart } from '../counter/use-counter.ts';
import { usePorts, type Person } from '../till-context.ts';
import type { TillPorts } from '../till-ports.ts';
import {
  payStep,
  settledByArriving,
  startPaying,
  type PayContext,
  type PayEvent,
  type Payment,
  type PayProblem,
  type PayState,
} from './pay-state.ts';

/** A commit that is over before is not spoken of. */
const SAVING_SHOWN_MS = 100;

export interface PayControl {
  /** As it is drawn: a commit that has just begun is not. */
  readonly state: PayState;
  readonly isTaking: () => boolean;
  readonly context: PayContext;
  readonly send: (event: PayEvent) => void;
  /** To the basket, unless the sale is being saved already. */
  readonly back: () => void;
}

export interface PayProps {
  readonly clerk: Person;
  readonly desk: SaleDesk;
  readonly approval: Approval | null;
  readonly start: PayStart;
  readonly onPaid: (receipt: RecordedReceipt) => void;
  readonly onBack: () => void;
}

export function usePay({ clerk, desk, approval, start, onPaid, onBack }: PayProps): PayControl {
  const ports = usePorts();
  const [context] = useState((): PayContext => {
    return { totals: desk.current().priced.totals, policy: desk.context().terms.policy };
  });
  const [state, machine] = useMachine(() =>
    makeMachine(
      startPaying(start),
      (before: PayState, event: PayEvent) => payStep(before, event, context),
      ({ stage }) => (stage.is === 'saving' ? SAVING_SHOWN_MS : 0),
    ),
  );
  const readView = useViewAhead(ports.db);
  const send = (event: PayEvent) => {
    const before = machine.current();
    const { stage } = machine.send(event);
    if (stage.is !== 'saving' || before.stage.is !== 'taking') return;
    void commit({ ports, clerk, desk, approval, readView }, stage.payment, machine.send).then((result) => {
      switch (result.is) {
        case 'paid':
          onPaid(result.receipt);
          break;
        case 'failed':
          machine.send(result);
          break;
        case 'changed':
          // What was paid for is not what lies in the basket: look again before any money moves.
          desk.send({ is: 'takeOver', sale: result.stored });
          onBack();
      }
    });
  };
  useWatchedPay(state);
  usePaidBefore(desk, send);
  useSettledByArriving(settledByArriving(start, context), send);
  const isTaking = () => machine.current().stage.is === 'taking';
  const back = () => {
    if (isTaking()) onBack();
  };
  return { state, isTaking, context, send, back };
}

/** What the sale is decided on is read while the money changes hands. */
function useViewAhead(db: TillPorts['db']): () => ViewAhead {
  const ahead = useRef<ViewAhead | null>(null);
  useEffect(() => {
    ahead.current = viewAhead(keeperOf(db));
  }, [db]);
  return () => ahead.current ?? viewAhead(keeperOf(db));
}

/** The tap that came here is all it needs. */
function useSettledByArriving(event: PayEvent | null, send: PayControl['send']): void {
  const settle = useEffectEvent(() => {
    if (event !== null) send(event);
  });
  // The journal is outside of React; a second run finds the sale being saved.
  useEffect(() => {
    settle();
  }, []);
}

/** How the receipts were paid whose goods come back, corrections and all. */
function usePaidBefore(desk: SaleDesk, send: PayControl['send']): void {
  const { db } = usePorts();
  const tell = useEffectEvent((tenders: readonly Tender[]) => {
    send({ is: 'paidBefore', tenders });
  });
  useEffect(() => {
    const sales = new Set(
      desk.current().sale.lines.flatMap(({ origin }) => (origin.is === 'returned' ? [origin.sale] : [])),
    );
    if (sales.size === 0) return;
    void tendersOf(db, [...sales]).then(tell, () => undefined);
  }, [db, desk]);
}

type Commit = Omit<PayProps, 'start' | 'onPaid' | 'onBack'> & {
  readonly ports: TillPorts;
  readonly readView: () => ViewAhead;
};

type Result =
  | { readonly is: 'paid'; readonly receipt: RecordedReceipt }
  | { readonly is: 'failed'; readonly problem: PayProblem }
  | { readonly is: 'changed'; readonly stored: OpenSale };

async function commit(
  { ports, clerk, desk, approval, readView }: Commit,
  payment: Payment,
  send: (event: PayEvent) => unknown,
): Promise<Result> {
  const { sale } = desk.current();
  const request = { sale, approval, ...payment };
  const outcome = await recordSale(ports.db, request, ports.actingAs(clerk.id), { ahead: readView() });
  if (outcome.is !== 'checking') return resultOf(outcome);
  // The commit is still under way and its answer is the truth; nothing is charged anew meanwhile.
  send({ is: 'checking' });
  return resultOf(await outcome.settled);
}

function resultOf(outcome: Exclude<SaleOutcome, { is: 'checking' }>): Result {
  switch (outcome.is) {
    case 'recorded':
    case 'alreadyRecorded':
      return { is: 'paid', receipt: outcome.receipt };
    case 'saleChanged':
      return { is: 'changed', stored: outcome.stored };
    case 'notSaved':
      return { is: 'failed', problem: { is: 'notSaved', why: outcome.why } };
    case 'refused':
      return { is: 'failed', problem: { is: 'refused', refusal: outcome } };
  }
}
