/** Looking a receipt up: by its number, or in the list of the latest. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { readStatus } from '../../local-db/read-status.ts';
import { findReceipt, recentReceipts } from '../../local-db/receipts.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import { usePorts } from '../till-context.ts';
import { findNumber } from './find-number.ts';

const RECENT_MAX = 60;

export interface ReceiptsControl {
  readonly typed: string;
  readonly type: (text: string) => void;
  /** The number that was looked for and is not here; null while there is none to complain about. */
  readonly missing: string | null;
  /** Undefined while they are being read. */
  readonly recent: readonly RecordedReceipt[] | undefined;
  readonly chosen: RecordedReceipt | null;
  readonly choose: (receipt: RecordedReceipt | null) => void;
}

export function useReceipts(opened: RecordedReceipt | null): ReceiptsControl {
  const { db } = usePorts();
  const [typed, setTyped] = useState('');
  const [tapped, choose] = useState(opened);
  const series = useLiveQuery(() => readStatus(db), [db])?.series ?? null;
  const recent = useLiveQuery(() => recentReceipts(db, RECENT_MAX), [db]);
  const number = findNumber(typed, series);
  const found = useLiveQuery(() => (number === null ? undefined : findReceipt(db, number)), [db, number]);
  return {
    typed,
    type: (text) => {
      setTyped(text);
      choose(null);
    },
    missing: found === null ? number : null,
    recent,
    chosen: tapped ?? found ?? null,
    choose: (receipt) => {
      if (receipt === null) setTyped('');
      choose(receipt);
    },
  };
}
