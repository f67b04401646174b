/** The Sell screen: what is on the desk, and the way from the basket to the money. */
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { NO_MONEY, type Money } from '../../domain/money.ts';
import type { Approval } from '../../local-db/acting.ts';
import { useSound } from '../../ui/use-sound.ts';
import { findReceipt } from '../../local-db/receipts.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import type { PayStart } from '../counter/use-counter.ts';
import { useLink } from '../status/use-status.ts';
import { usePorts, type Person } from '../till-context.ts';
import { chargeNeed, type ChargeNeed } from './charge-need.ts';
import type { SaleDesk } from './sale-desk.ts';
import { ageAsking, type SellContext, type SellEvent, type SellState } from './sell-state.ts';

export interface SellControl {
  readonly state: SellState;
  readonly context: SellContext;
  readonly clerk: Person;
  readonly send: (event: SellEvent) => void;
  /** Above zero is to pay, below zero to give back. */
  readonly due: Money;
  readonly charge: (start?: PayStart) => void;
  /** What a manager has to agree to before the money moves; null when nothing is asked. */
  readonly need: ChargeNeed | null;
  readonly agree: (approval: Approval) => void;
  readonly dropNeed: () => void;
}

export interface SellWays {
  readonly onCharge: (approval: Approval | null, start: PayStart) => void;
  /** A receipt of this till was scanned. */
  readonly onReceipt: (receipt: RecordedReceipt) => void;
}

export function useSell(desk: SaleDesk, clerk: Person, { onCharge, onReceipt }: SellWays): SellControl {
  const { lease } = useLink();
  const state = useSyncExternalStore(desk.subscribe, desk.current);
  const [asked, setAsked] = useState<{ readonly need: ChargeNeed; readonly start: PayStart } | null>(null);
  useCueSound(state.cue);
  useNoticeTimer(desk, state.notice);
  useScannedReceipt(desk, state.notice, onReceipt);
  const charge = (start: PayStart = 'choose') => {
    const { sale } = desk.current();
    if (sale.lines.length === 0) return;
    const age = ageAsking(sale);
    if (age !== null) {
      desk.send({ is: 'ask', asking: age });
      return;
    }
    const need = chargeNeed(sale, desk.context(), clerk.role, lease);
    if (need === null) onCharge(null, start);
    else setAsked({ need, start });
  };
  return {
    state,
    context: desk.context(),
    clerk,
    send: desk.send,
    due: state.sale.lines.length === 0 ? NO_MONEY : state.priced.totals.gross,
    charge,
    need: asked?.need ?? null,
    agree: (approval) => {
      setAsked(null);
      onCharge(approval, asked?.start ?? 'choose');
    },
    dropNeed: () => {
      setAsked(null);
    },
  };
}

/** Whether it is one of ours, the database knows. */
function useScannedReceipt(
  desk: SaleDesk,
  notice: SellState['notice'],
  onReceipt: SellWays['onReceipt'],
): void {
  const { db } = usePorts();
  const code = notice?.is === 'receiptNumber' ? notice.receipt : null;
  const open = useEffectEvent(onReceipt);
  useEffect(() => {
    if (code === null) return;
    void findReceipt(db, code).then((found) => {
      if (found === null) {
        desk.send({ is: 'noSuchReceipt', code });
        return;
      }
      desk.send({ is: 'dismissNotice' });
      open(found);
    });
  }, [db, desk, code]);
}

/** Every cue is heard once, as it comes. */
function useCueSound(cue: SellState['cue']): void {
  const { play } = useSound();
  // The loudspeaker is a device: it sounds once per cue, not once per drawing.
  useEffect(() => {
    if (cue.count > 0) play(cue.sound);
  }, [play, cue]);
}

/** How long something can be undone, or a message stays that nobody answers. */
const NOTICE_MS = 10_000;

function useNoticeTimer(desk: SaleDesk, notice: SellState['notice']): void {
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = setTimeout(() => {
      desk.send({ is: 'dismissNotice' });
    }, NOTICE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [desk, notice]);
}
