/** The words of the sheets that are loaded when they are asked for; no part of what a till loads to sell. */
import { createContext, useContext } from 'react';
import type { Widened } from './words/en.ts';
import { enActs } from './words/en-acts.ts';

export type ActWords = Widened<typeof enActs>;

const ActWordsContext = createContext<ActWords>(enActs);

export function useActWords(): ActWords {
  return useContext(ActWordsContext);
}
