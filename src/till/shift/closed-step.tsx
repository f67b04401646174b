/** The shift is closed: its Z, what goes where, and what is still to be sent. */
import { useLiveQuery } from 'dexie-react-hooks';
import { closedShifts } from '../../local-db/closed-shifts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { printReceipt } from '../../ui/receipt/print-receipt.ts';
import { useStatus } from '../status/use-status.ts';
import { usePorts, useShop } from '../till-context.ts';
import { useArrival } from '../use-arrival.ts';
import { ReportPaper } from './report-paper.tsx';
import { zReport } from './shift-reports.ts';
import { useShiftWords } from './shift-words.ts';

interface ClosedStepProps {
  readonly shift: string;
  readonly onLock: () => void;
}

export function ClosedStep({ shift, onLock }: ClosedStepProps) {
  const words = useShiftWords();
  const { format } = useShop();
  const { db, clock } = usePorts();
  const { waiting } = useStatus();
  const heading = useArrival();
  const close = useLiveQuery(() => closedShifts(db), [db])?.find((one) => one.closed.shift === shift);
  const banked = close === undefined ? '' : format.money(close.closed.banked);
  const isToday = close === undefined || close.opened.day === clock.day();
  return (
    <section className="closing-card closed-card">
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {words.closedTitle}
        </h1>
        {close !== undefined && <p className="shift-soft">{format.day(close.opened.day)}</p>}
      </header>
      <div className="closed-columns">
        <div className="closed-side">
          <Notice tone={waiting.sales > 0 ? 'here' : 'go'} role="status">
            {waiting.sales === 0
              ? words.allSent
              : isToday
                ? words.waiting(waiting.sales)
                : words.notSent(waiting.sales)}
          </Notice>
          {close?.closed.countedAt === undefined && (
            <dl className="shift-float">
              <dt>{words.bag}</dt>
              <dd>{banked}</dd>
            </dl>
          )}
          <p className="shift-soft">{words.late}</p>
          <Button size="charge" isWide icon="printer" onPress={printReceipt}>
            {words.printZ}
          </Button>
          <Button variant="go" size="charge" isWide icon="lock" onPress={onLock}>
            {words.lock}
          </Button>
        </div>
        <div className="closed-paper" tabIndex={0}>
          {close !== undefined && <ReportPaper report={zReport(close, false)} />}
        </div>
      </div>
    </section>
  );
}
