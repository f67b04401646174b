/** A white sheet on the counter with a heading: the office's building block. */
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './panel.css';

export interface PanelProps {
  readonly title?: ReactNode;
  /** A few quiet words beside the title. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** True for a table that reaches the panel's edges. */
  readonly isFlush?: boolean | undefined;
  readonly className?: string | undefined;
}

export function Panel({ title, note, actions, children, isFlush = false, className }: PanelProps) {
  const id = useId();
  return (
    <section
      className={classNames('panel', className)}
      data-flush={isFlush || undefined}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title !== undefined && (
        <header className="panel-head">
          <h2 id={id}>{title}</h2>
          {note !== undefined && <span className="panel-note">{note}</span>}
          {actions !== undefined && <div className="panel-actions">{actions}</div>}
        </header>
      )}
      <div className="panel-body">{children}</div>
    </section>
  );
}
