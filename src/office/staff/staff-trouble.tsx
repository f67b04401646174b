/** Why the last change of the list came to nothing. */
import { Notice } from '../../ui/notice.tsx';
import { staffWords as words } from './staff-words.ts';
import type { StaffDesk } from './use-staff.ts';

export function StaffTrouble({ desk: { failure } }: { readonly desk: StaffDesk }) {
  if (failure === null) return null;
  return (
    <Notice tone="mind" role="alert">
      {words.failed[failure]}
    </Notice>
  );
}
