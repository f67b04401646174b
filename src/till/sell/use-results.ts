/** The results below the scan box. They wait a moment before they appear, so that a scan does not flash them. */
import { useEffect, useRef, useState } from 'react';
import { typingAfter, type Typing } from './appear-rule.ts';
import type { SearchAnswer, SellState } from './sell-state.ts';
import { searchedText } from './scan-box.ts';

export interface Results {
  readonly isOpen: boolean;
  readonly text: string;
  /** What was found last, perhaps for a shorter text; null while the first answer is on its way. */
  readonly answer: SearchAnswer | null;
  /** The result that Enter takes, as long as there is one. */
  readonly marked: number | null;
}

export function useResults({ box, answer }: Pick<SellState, 'box' | 'answer'>): Results {
  const stays = useStaysTyped(box.text.trim());
  // A code nobody knows leaves the tiles where they are, unless something comes close to it.
  const isOpen = box.missed === null ? stays : (answer?.found ?? 0) > 0;
  const hasMarked = box.marked !== null && box.marked < (answer?.products.length ?? 0);
  return { isOpen, text: searchedText(box), answer, marked: hasMarked ? box.marked : null };
}

/** True once something has stood in the box for a moment. */
function useStaysTyped(text: string): boolean {
  const [stays, setStays] = useState(false);
  const typing = useRef<Typing | null>(null);
  useEffect(() => {
    const now = performance.now();
    typing.current = text === '' ? null : typingAfter(typing.current, now);
    const timer = setTimeout(() => setStays(text !== ''), (typing.current?.appearsAt ?? now) - now);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return text !== '' && stays;
}
