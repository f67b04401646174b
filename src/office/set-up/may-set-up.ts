/** Whose shop it is: an owner's, of a business that is no demo. */
import type { Me } from '../../protocol/people-messages.ts';

export function maySetUp(me: Pick<Me, 'role' | 'kind'>): boolean {
  return me.role === 'owner' && me.kind === 'real';
}
