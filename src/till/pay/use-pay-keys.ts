/** Taking money by keyboard: digits type a sum, Enter takes it, arrows change the way to pay, Ctrl+Enter takes exact cash. */
import { useEffect, useEffectEvent } from 'react';
import type { Money } from '../../domain/money.ts';
import { usePhysicalKeypad } from '../../ui/use-physical-keypad.ts';
import { leaveButton } from '../ask/leave-button.ts';
import { useChargeKey } from '../sell/use-charge-key.ts';
import { exactCash } from './pay-state.ts';
import type { PayControl } from './use-pay.ts';

/** Where the two ways stand, and the key that points there. */
export const WAY_KEYS = { cash: 'ArrowLeft', card: 'ArrowRight' } as const;

/** @param due above zero is to pay, below zero to give back. */
export function usePayKeys(pay: PayControl, due: Money): void {
  const isTaking = pay.state.stage.is === 'taking';
  usePhysicalKeypad({
    onKey: (key) => {
      leaveButton();
      pay.send({ is: 'key', key });
    },
    onEnter: () => {
      if (pay.state.way === 'cash') pay.send({ is: 'takeTyped' });
    },
    isActive: due > 0 && isTaking,
  });
  useChargeKey(() => {
    // What the terminal answered is never said by a key that might be pressed twice.
    if (due !== 0 && pay.state.way === 'cash') pay.send(exactCash(due, pay.context));
  });
  useWayKeys(pay.send, due !== 0 && isTaking);
}

const TYPED_INTO = 'input, textarea, select';

function useWayKeys(send: PayControl['send'], isActive: boolean): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.matches(TYPED_INTO)) return;
    if (event.key === WAY_KEYS.cash) send({ is: 'way', way: 'cash' });
    if (event.key === WAY_KEYS.card) send({ is: 'way', way: 'card' });
  });
  // The keyboard is a device: nothing but a listener hears it.
  useEffect(() => {
    if (!isActive) return undefined;
    window.addEventListener('keydown', handle);
    return () => {
      window.removeEventListener('keydown', handle);
    };
  }, [isActive]);
}
