/** The strip of a till's receipt numbers. The four states differ in colour, in pattern and in the words read aloud. */
import { classNames } from './class-names.ts';
import {
  stripCounts,
  stripPieces,
  STRIP_STATES,
  type StripSegment,
  type StripState,
} from './strip-segments.ts';
import { useUiLanguage, type UiLanguage } from './ui-language.ts';
import './strip.css';

export interface StripProps {
  /** Whose strip it is: *Till 2, receipts A2-008820 to A2-008914*. */
  readonly label: string;
  readonly segments: readonly StripSegment[];
  /** low 20 for a table, tall 40 for a page of its own. */
  readonly height?: 'low' | 'tall' | undefined;
  readonly className?: string | undefined;
}

export function Strip({ label, segments, height = 'low', className }: StripProps) {
  const language = useUiLanguage();
  return (
    <div
      className={classNames('strip', className)}
      data-height={height}
      role="img"
      aria-label={`${label}: ${stripWords(segments, language)}`}
    >
      {stripPieces(segments).map((piece, place) => (
        <span key={place} className="strip-piece" data-state={piece.is} style={{ flexGrow: piece.count }} />
      ))}
    </div>
  );
}

/** Says what each pattern means; stands once beside all strips of a page. */
export function StripLegend({ states = STRIP_STATES }: { readonly states?: readonly StripState[] }) {
  const { words } = useUiLanguage();
  return (
    <ul className="strip-legend">
      {states.map((state) => (
        <li key={state}>
          <span className="strip-piece" data-state={state} aria-hidden="true" />
          {words[state]}
        </li>
      ))}
    </ul>
  );
}

function stripWords(segments: readonly StripSegment[], { words, locale }: UiLanguage): string {
  const counts = stripCounts(segments);
  const parts = STRIP_STATES.filter((state) => counts[state] > 0).map(
    (state) => `${counts[state].toLocaleString(locale)} ${words[state]}`,
  );
  return parts.length === 0 ? words.nothingYet : parts.join(', ');
}
