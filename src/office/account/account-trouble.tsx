/** Says why a change of one's own account came to nothing. */
import { Notice } from '../../ui/notice.tsx';
import { accountFailure } from './account-failure.ts';
import { accountWords as words } from './account-words.ts';

export function AccountTrouble({ error }: { readonly error: Error | null }) {
  const failure = accountFailure(error);
  if (failure === null) return null;
  return (
    <Notice tone="mind" role="alert">
      {words.failed[failure]}
    </Notice>
  );
}
