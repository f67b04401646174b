/** Why what a form of the tills asked for was not done. */
import { Notice } from '../../ui/notice.tsx';
import { officeWords } from '../words/office-words.ts';
import type { TillsFailure } from './use-tills.ts';

interface FormFailureProps {
  readonly failure: TillsFailure | null;
  /** What *already so* means here. */
  readonly alreadyDone?: string;
  /** What a refusal means here. */
  readonly other?: string;
}

export function FormFailure({ failure, alreadyDone, other }: FormFailureProps) {
  if (failure === null) return null;
  const own = { outage: undefined, alreadyDone, other }[failure];
  return (
    <Notice tone="mind" role="alert">
      {own ?? officeWords.tills.failed[failure]}
    </Notice>
  );
}
