/** Saves a product, retires it, and takes that back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  productChangedSchema,
  type ChangeProduct,
  type ProductChanged,
} from '../../protocol/catalogue-messages.ts';
import { useToast } from '../../ui/toast-context.ts';
import { askPeople } from '../ask/ask-people.ts';
import { changeFailure } from '../ask/change-failure.ts';
import { tilesQuery } from '../ask/tiles-query.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.product;
/** Time to read which other product has the same code. */
const SHARING_LASTS_MS = 20_000;

export interface ProductChanging {
  readonly send: (change: ChangeProduct) => void;
  readonly isSaving: boolean;
  readonly failure: keyof typeof words.failed | null;
}

export function useProductChange(onDone: () => void): ProductChanging {
  const client = useQueryClient();
  const toast = useToast();
  const askAnew = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['/catalogue/products'] }),
      client.invalidateQueries({ queryKey: tilesQuery.queryKey }),
    ]);
  const undoing = useMutation({
    mutationFn: ({ before, after }: ChangeProduct) =>
      askPeople({
        path: '/catalogue/products',
        body: { before: after, after: before },
        answer: productChangedSchema,
      }),
    onSuccess: () => toast.show({ words: words.undone }),
    onError: () => toast.show({ words: words.notUndone }),
    onSettled: () => void askAnew(),
  });
  const changing = useMutation({
    mutationFn: (body: ChangeProduct) =>
      askPeople({ path: '/catalogue/products', body: { ...body }, answer: productChangedSchema }),
    onSuccess: (answer, change) => {
      onDone();
      toast.show({
        words: saidOf(change, answer),
        action: { label: words.undo, onPress: () => undoing.mutate(change) },
        lastsMs: answer.sharing.length > 0 ? SHARING_LASTS_MS : undefined,
      });
    },
    onSettled: () => void askAnew(),
  });
  return {
    send: changing.mutate,
    isSaving: changing.isPending,
    failure: changing.error && changeFailure(changing.error),
  };
}

function saidOf({ before, after }: ChangeProduct, { sharing }: ProductChanged): string {
  if (after === null) return words.retired(before?.name ?? '');
  const [shared] = sharing;
  return shared === undefined
    ? words.saved(after.name)
    : words.savedSharing(after.name, shared.code, shared.name);
}
