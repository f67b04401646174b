/** The Sell screen: what is on the desk, and the way from the basket to the money. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { approvalFor, type ApprovalNeed } from '../../domain/approval-for.ts';
import { NO_MONEY, type Money } from '../../domain/money.ts';
import type { Approval } from '../../local-db/acting.ts';
import { useSound } from '../../ui/use-sound.ts';
import type { SaleDesk } from './sale-desk.ts';
import type { SellContext, SellEvent, SellState } from './sell-state.ts';

export interface SellControl {
  readonly state: SellState;
  readonly context: SellContext;
  readonly send: (event: SellEvent) => void;
  /** Above zero is to pay, below zero to give back. */
  readonly due: Money;
  readonly charge: () => void;
  /** What a manager has to agree to before the money moves; null when nothing is asked. */
  readonly need: ApprovalNeed | null;
  readonly agree: (approval: Approval) => void;
  readonly dropNeed: () => void;
}

export function useSell(desk: SaleDesk, onCharge: (approval: Approval | null) => void): SellControl {
  const state = useSyncExternalStore(desk.subscribe, desk.current);
  const [need, setNeed] = useState<ApprovalNeed | null>(null);
  useCueSound(state.cue);
  useNoticeTimer(desk, state.notice);
  const charge = () => {
    const { sale } = desk.current();
    if (sale.lines.length === 0) return;
    const asked = approvalFor(sale, desk.context().terms);
    if (asked === null) onCharge(null);
    else setNeed(asked);
  };
  return {
    state,
    context: desk.context(),
    send: desk.send,
    due: state.sale.lines.length === 0 ? NO_MONEY : state.priced.totals.gross,
    charge,
    need,
    agree: (approval) => {
      setNeed(null);
      onCharge(approval);
    },
    dropNeed: () => {
      setNeed(null);
    },
  };
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
