/** What the main button says while the sale is being committed; null while it can be pressed. */
import { useWords } from '../till-context.ts';
import type { PayStage } from './pay-state.ts';

export function useSavingWords(stage: PayStage): string | null {
  const words = useWords().pay;
  switch (stage.is) {
    case 'taking':
      return null;
    case 'saving':
      return words.saving;
    case 'checking':
      return words.checking;
  }
}
