/** Why nothing was taken, in words, and what to do now. */
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../till-context.ts';
import type { TillWords } from '../words/en.ts';
import type { PayProblem } from './pay-state.ts';

export function PayProblemNotice({ problem }: { readonly problem: PayProblem | null }) {
  const words = useWords();
  if (problem === null) return null;
  return (
    <Notice tone={problem.is === 'notSaved' ? 'person' : 'mind'} icon="warning" role="alert">
      {problemWords(problem, words)}
    </Notice>
  );
}

function problemWords(problem: PayProblem, words: TillWords): string {
  switch (problem.is) {
    case 'declined':
      return words.pay.declinedNote;
    case 'typing':
      return words.ask[problem.why];
    case 'refused':
      return words.refused[problem.refusal.code];
    case 'notSaved':
      return words.notSaved[problem.why];
  }
}
