/** The results below the scan box. They wait a moment before they appear, so that a scan does not flash them. */
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ProductIndex, SearchAnswer } from './product-index.ts';
import { searchedText, type ScanBox } from './scan-box.ts';
import { resultsFor } from './sell-step.ts';

export interface Results extends SearchAnswer {
  readonly isOpen: boolean;
  readonly text: string;
}

/** Longer than a scanner takes between two keys, shorter than a person notices. */
const APPEAR_MS = 120;

const NO_RESULTS: SearchAnswer = { products: [], found: 0 };

export function useResults(box: ScanBox, index: ProductIndex): Results {
  const text = searchedText(box);
  const stays = useStaysTyped(box.text.trim() !== '');
  const isMissed = box.missed !== null;
  const searched = useDeferredValue(stays || isMissed ? box : null);
  const answer = useMemo(
    () => (searched === null ? NO_RESULTS : resultsFor(searched, index)),
    [searched, index],
  );
  // A code nobody knows leaves the tiles where they are, unless something comes close to it.
  const isOpen = isMissed ? answer.found > 0 : stays;
  return { ...answer, isOpen, text };
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
