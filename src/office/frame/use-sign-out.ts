/** Signing out: only when the server has heard it, and then nothing that was read stays on the page. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { useToast } from '../../ui/toast-context.ts';
import { askPeople } from '../ask/ask-people.ts';
import { leaveOffice } from '../ask/leave-office.ts';
import { officeWords } from '../words/office-words.ts';

export interface SignOut {
  readonly signOut: () => void;
  readonly isPending: boolean;
}

export function useSignOut(): SignOut {
  const client = useQueryClient();
  const toast = useToast();
  const leave = useMutation({
    mutationFn: () => askPeople({ path: '/sign-out', body: {}, answer: z.object({}) }),
    onSuccess: () => leaveOffice(client),
    onError: () => toast.show({ words: officeWords.nav.signOutFailed }),
  });
  return { signOut: () => leave.mutate(), isPending: leave.isPending };
}
