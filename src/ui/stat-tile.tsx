/** One figure a manager looks for: what it is, how much, and what it is made of. */
import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import './stat-tile.css';

export interface StatTileProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly detail?: ReactNode;
  /** Colours the figure; neutral unless told. */
  readonly tone?: Tone | undefined;
}

export function StatTile({ label, value, detail, tone = 'neutral' }: StatTileProps) {
  return (
    <dl className="stat-tile" data-tone={tone}>
      <dt>{label}</dt>
      <dd className="stat-tile-value">{value}</dd>
      <dd className="stat-tile-detail">{detail}</dd>
    </dl>
  );
}
