/** An X or a Z on screen before it is printed. */
import type { ShiftToReport } from '../../domain/shift-report.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { printReceipt } from '../../ui/receipt/print-receipt.ts';
import { RollChoice } from '../paid/roll-choice.tsx';
import { ReportPaper } from './report-paper.tsx';
import { useShiftWords } from './shift-words.ts';

interface ReportSheetProps {
  readonly report: ShiftToReport;
  readonly onClose: () => void;
}

export function ReportSheet({ report, onClose }: ReportSheetProps) {
  const words = useShiftWords().report;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={report.closed === null ? words.x : words.z}
      footer={
        <Button variant="go" size="large" isWide icon="printer" onPress={printReceipt}>
          {words.print}
        </Button>
      }
    >
      <div className="report-sheet">
        {report.closed === null && <p className="shift-soft">{words.xLead}</p>}
        <ReportPaper report={report} />
        <RollChoice />
      </div>
    </Sheet>
  );
}
