/** The Zs of past days, each to be printed once more. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { closedShifts, type RecordedClose } from '../../local-db/closed-shifts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { personNamed, usePorts, useShop } from '../till-context.ts';
import { zReport } from './shift-reports.ts';
import { ReportSheet } from './report-sheet.tsx';
import { useShiftWords } from './shift-words.ts';

export function PastDaysSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useShiftWords().report;
  const { db } = usePorts();
  const closes = useLiveQuery(() => closedShifts(db), [db]);
  const [chosen, choose] = useState<RecordedClose | null>(null);
  if (chosen !== null) {
    return (
      <ReportSheet
        report={zReport(chosen, true)}
        onClose={() => {
          choose(null);
        }}
      />
    );
  }
  return (
    <Sheet isOpen onClose={onClose} title={words.past}>
      {closes?.length === 0 && <EmptyState icon="shift" title={words.pastNone} />}
      <ul className="past-days" aria-label={words.past}>
        {closes?.map((close) => (
          <li key={close.closed.shift}>
            <PastDay close={close} onChoose={choose} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

interface PastDayProps {
  readonly close: RecordedClose;
  readonly onChoose: (close: RecordedClose) => void;
}

function PastDay({ close, onChoose }: PastDayProps) {
  const { roster, format } = useShop();
  const { opened, closed, at, staff } = close;
  return (
    <button
      type="button"
      onClick={() => {
        onChoose(close);
      }}
    >
      <span>
        <strong>{format.day(opened.day)}</strong>
        <small>{`${format.dateTime(at)}, ${personNamed(roster, staff)}`}</small>
      </span>
      <span className="num">{format.money(closed.totals.gross)}</span>
    </button>
  );
}
