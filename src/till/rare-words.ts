/** The words that only rare screens say; no part of what a till loads to sell. */
import { createContext, useContext } from 'react';
import type { Widened } from './words/en.ts';
import { enRare } from './words/en-rare.ts';

const RareWordsContext = createContext<Widened<typeof enRare>>(enRare);

export function useRareWords(): Widened<typeof enRare> {
  return useContext(RareWordsContext);
}
