/** Saves a tax class's rates, and takes that back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { taxClassesSchema, type ChangeTaxClass } from '../../protocol/catalogue-messages.ts';
import { useToast } from '../../ui/toast-context.ts';
import { askPeople } from '../ask/ask-people.ts';
import { changeFailure } from '../ask/change-failure.ts';
import { taxClassesQuery } from '../ask/tax-classes-query.ts';
import { taxesWords } from './taxes-words.ts';

const words = taxesWords;

export interface TaxChanging {
  readonly send: (change: ChangeTaxClass) => void;
  readonly isSaving: boolean;
  readonly failure: keyof typeof words.failed | null;
}

export function useTaxChange(onDone: () => void): TaxChanging {
  const client = useQueryClient();
  const toast = useToast();
  const put = (body: ChangeTaxClass) =>
    askPeople({ path: '/catalogue/tax-classes', body, answer: taxClassesSchema });
  const askAnew = () => void client.invalidateQueries({ queryKey: taxClassesQuery.queryKey });
  const undoing = useMutation({
    mutationFn: ({ id, before, after }: ChangeTaxClass) => put({ id, before: after, after: before }),
    onSuccess: () => toast.show({ words: words.undone }),
    onError: () => toast.show({ words: words.notUndone }),
    onSettled: askAnew,
  });
  const changing = useMutation({
    mutationFn: put,
    onSuccess: (_, change) => {
      onDone();
      toast.show({
        words: words.saved(change.id),
        action: { label: words.undo, onPress: () => undoing.mutate(change) },
      });
    },
    onSettled: askAnew,
  });
  return {
    send: changing.mutate,
    isSaving: changing.isPending,
    failure: changing.error && changeFailure(changing.error),
  };
}
