/** The words around printing; no part of what a till loads to sell. */
import { createContext, useContext } from 'react';
import type { Widened } from '../words/en.ts';
import { enPaper } from '../words/en-paper.ts';

const PaperWordsContext = createContext<Widened<typeof enPaper>>(enPaper);

export function usePaperWords(): Widened<typeof enPaper> {
  return useContext(PaperWordsContext);
}
