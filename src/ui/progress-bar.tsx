/** How far something is. Without a value it is on its way, nobody knows how far. */
import { useId, type ReactNode } from 'react';
import './progress-bar.css';

export interface ProgressBarProps {
  readonly label: ReactNode;
  /** From 0 to 1; absent when it cannot be known. */
  readonly value?: number | undefined;
  /** What is done so far, in words: *1,200 of 4,070 products*. */
  readonly detail?: ReactNode;
}

export function ProgressBar({ label, value, detail }: ProgressBarProps) {
  const id = useId();
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className="progress-bar">
      <div className="progress-bar-words">
        <span id={id}>{label}</span>
        <span className="progress-bar-detail">{detail}</span>
      </div>
      <div
        className="progress-bar-track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div data-unknown={percent === undefined || undefined} style={{ inlineSize: `${percent ?? 30}%` }} />
      </div>
    </div>
  );
}
