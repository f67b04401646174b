/** Choosing what comes back from a receipt, and putting it into the basket. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { quantity, type Quantity } from '../../domain/quantity.ts';
import { refundsOf } from '../../local-db/receipts.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import type { SaleDesk } from '../sell/sale-desk.ts';
import { usePorts } from '../till-context.ts';
import { refundLines, type RefundLine } from './refund-lines.ts';

export interface RefundControl {
  /** Undefined while earlier refunds are being read. */
  readonly lines: readonly RefundLine[] | undefined;
  /** What is to come back, by number of the sold line. */
  readonly chosen: ReadonlyMap<number, Quantity>;
  /** Never more than is left. */
  readonly choose: (line: RefundLine, many: number) => void;
  readonly chooseAll: () => void;
  readonly add: () => void;
}

export function useRefund(receipt: RecordedReceipt, desk: SaleDesk, onAdded: () => void): RefundControl {
  const { db } = usePorts();
  const refunds = useLiveQuery(() => refundsOf(db, receipt.body.sale), [db, receipt]);
  const [chosen, setChosen] = useState<ReadonlyMap<number, Quantity>>(new Map());
  const lines =
    refunds === undefined
      ? undefined
      : refundLines(
          receipt.body,
          refunds.map((refund) => refund.body),
          desk.current().sale,
        );
  return {
    lines,
    chosen,
    choose: ({ sold, left }, many) => {
      setChosen(new Map(chosen).set(sold.line, quantity(Math.min(Math.max(0, many), left))));
    },
    chooseAll: () => {
      setChosen(new Map(lines?.map((line) => [line.sold.line, line.left])));
    },
    add: () => {
      for (const line of lines ?? []) addReturn(desk, receipt, line, chosen.get(line.sold.line));
      onAdded();
    },
  };
}

function addReturn(
  desk: SaleDesk,
  { body, day }: RecordedReceipt,
  { sold, alreadyReturned }: RefundLine,
  many: Quantity | undefined,
): void {
  if (many === undefined || many === 0) return;
  desk.send({
    is: 'change',
    command: {
      is: 'returnLine',
      receipt: body,
      soldOn: day,
      line: sold.line,
      quantity: many,
      alreadyReturned,
    },
  });
}
