/** How many digits of a PIN are typed; never which. */
import { useUiLanguage } from './ui-language.ts';
import './pin-dots.css';

export interface PinDotsProps {
  readonly typed: number;
  /** How many dots to draw at least; more typed digits draw more. */
  readonly slots: number;
  readonly state?: 'typing' | 'checking' | 'wrong' | undefined;
}

export function PinDots({ typed, slots, state = 'typing' }: PinDotsProps) {
  const { words } = useUiLanguage();
  const dots = Array.from({ length: Math.max(slots, typed) }, (_, place) => place < typed);
  return (
    <div className="pin-dots" data-state={state} role="img" aria-label={words.digitsTyped(typed)}>
      {dots.map((isTyped, place) => (
        <span key={place} className="pin-dot" data-typed={isTyped || undefined} />
      ))}
    </div>
  );
}
