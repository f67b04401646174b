/** The results below the scan box. They wait a moment before they appear, so that a scan does not flash them. */
import { useEffect, useState } from 'react';
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

/** Longer than a scanner takes between two keys, shorter than a person notices. */
const APPEAR_MS = 120;

export function useResults({ box, answer }: Pick<SellState, 'box' | 'answer'>): Results {
  const stays = useStaysTyped(box.text.trim() !== '');
  // A code nobody knows leaves the tiles where they are, unless something comes close to it.
  const isOpen = box.missed === null ? stays : (answer?.found ?? 0) > 0;
  const hasMarked = box.marked !== null && box.marked < (answer?.products.length ?? 0);
  return { isOpen, text: searchedText(box), answer, marked: hasMarked ? box.marked : null };
}

/** True once something has stood in the box for a moment. */
function useStaysTyped(isTyped: boolean): boolean {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setStays(isTyped);
      },
      isTyped ? APPEAR_MS : 0,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [isTyped]);
  return isTyped && stays;
}
