/** Which paper is in this till's printer. */
import { useSyncExternalStore } from 'react';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { usePaperWords } from './paper-words.ts';
import { chooseRollWidth, listenToRollWidth, rollWidth } from '../../ui/receipt/roll-width.ts';

const WIDTHS = ['80', '58'] as const;

export function RollChoice() {
  const words = usePaperWords();
  const width = useSyncExternalStore(listenToRollWidth, rollWidth);
  return (
    <div className="roll-choice">
      <span aria-hidden="true">{words.roll}</span>
      <SegmentedControl
        label={words.roll}
        value={width === 58 ? '58' : '80'}
        onChange={(chosen) => {
          chooseRollWidth(chosen === '58' ? 58 : 80);
        }}
        options={WIDTHS.map((value) => ({ value, label: words.millimetres(value) }))}
      />
    </div>
  );
}
