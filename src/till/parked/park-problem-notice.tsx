/** Why a basket was not parked, or not taken up, in words. */
import { Notice } from '../../ui/notice.tsx';
import { useActWords } from '../act-words.ts';
import { useWords } from '../till-context.ts';
import type { ParkProblem } from './use-parking.ts';

export function ParkProblemNotice({ problem }: { readonly problem: ParkProblem | null }) {
  const words = useWords();
  const { changed } = useActWords().parked;
  if (problem === null) return null;
  const said = () => {
    switch (problem.is) {
      case 'refused':
        return words.refused[problem.code];
      case 'saleChanged':
        return changed;
      case 'notSaved':
        return words.notSaved[problem.why];
    }
  };
  return (
    <Notice tone={problem.is === 'notSaved' ? 'person' : 'mind'} icon="warning" role="alert">
      {said()}
    </Notice>
  );
}
