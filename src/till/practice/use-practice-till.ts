/** Brings up the till to practise on, and throws away what was done there when the clerk leaves. */
import { useEffect, useState } from 'react';
import { usePorts, useShop } from '../till-context.ts';
import type { PracticeShop, PracticeTill } from '../till-ports.ts';
import { practiceShop } from './practice-shop.ts';
import { usePracticeWords } from './practice-words.ts';

export type OpeningPractice =
  | { readonly is: 'opening' }
  | { readonly is: 'cannotOpen'; readonly tryAgain: () => void }
  | { readonly is: 'open'; readonly till: PracticeTill; readonly shop: PracticeShop };

export function usePracticeTill(): OpeningPractice {
  const { openPractice } = usePorts();
  const { roster } = useShop();
  const words = usePracticeWords();
  // As the shop was when practice began: what changes meanwhile changes the till that sells.
  const [shop] = useState(() => practiceShop(roster, words));
  const [round, setRound] = useState(0);
  const [till, setTill] = useState<PracticeTill | 'cannotOpen' | null>(null);
  useEffect(() => {
    let isWanted = true;
    const opened = openPractice(shop);
    opened.then(
      (ready) => {
        if (isWanted) setTill(ready);
      },
      // No space, or no database: selling says more about it.
      () => {
        if (isWanted) setTill('cannotOpen');
      },
    );
    return () => {
      isWanted = false;
      // What could not be opened, or not be emptied now, is emptied when practice begins again.
      opened.then((ready) => ready.close()).catch(() => undefined);
    };
  }, [openPractice, shop, round]);
  if (till === null) return { is: 'opening' };
  if (till !== 'cannotOpen') return { is: 'open', till, shop };
  return {
    is: 'cannotOpen',
    tryAgain: () => {
      setTill(null);
      setRound(round + 1);
    },
  };
}
