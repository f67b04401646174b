/** The rules as a manager is changing them, until they are saved for all tills or discarded. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changedRules, type RuleName, type ShopRules } from '../../domain/shop-rules.ts';
import { rulesSchema, type Rules } from '../../protocol/rules-messages.ts';
import { useToast } from '../../ui/toast-context.ts';
import { askPeople } from '../ask/ask-people.ts';
import { changeFailure } from '../ask/change-failure.ts';
import { rulesQuery } from '../ask/rules-query.ts';
import { useShop } from '../shop-context.ts';
import { draftOfRules, readRulesDraft, type RulesDraft } from './rules-draft.ts';
import { rulesWords as words } from './rules-words.ts';

export interface RulesEditing {
  readonly draft: RulesDraft;
  readonly change: (part: Partial<RulesDraft>) => void;
  readonly isChanged: boolean;
  /** Said once it was to be saved. */
  readonly fault: RuleName | null;
  readonly save: () => void;
  readonly discard: () => void;
  readonly isSaving: boolean;
  readonly failure: keyof typeof words.failed | null;
}

interface Editing {
  /** What the draft was begun from. */
  readonly from: ShopRules;
  readonly draft: RulesDraft;
  readonly fault: RuleName | null;
}

export function useRulesDraft(read: Rules): RulesEditing {
  const { shop } = useShop();
  const { digits } = shop.currency;
  const client = useQueryClient();
  const toast = useToast();
  const begin = (from: ShopRules): Editing => ({ from, draft: draftOfRules(from, digits), fault: null });
  const [editing, setEditing] = useState<Editing | null>(null);
  const { from, draft, fault } = editing ?? begin(read.rules);
  const send = ({ before, after }: { before: ShopRules; after: ShopRules }) =>
    askPeople({ path: '/rules', body: { shop: shop.id, before, after }, answer: rulesSchema });
  const taken = (answer: Rules) => {
    setEditing(null);
    client.setQueryData(rulesQuery(shop.id).queryKey, answer);
  };
  const undoing = useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      taken(answer);
      toast.show({ words: words.undone });
    },
    onError: () => toast.show({ words: words.notUndone }),
  });
  const saving = useMutation({
    mutationFn: send,
    onSuccess: (answer, { before, after }) => {
      taken(answer);
      const undo = () => undoing.mutate({ before: after, after: before });
      toast.show({ words: words.saved, action: { label: words.undo, onPress: undo } });
    },
    onError: () => void client.invalidateQueries({ queryKey: rulesQuery(shop.id).queryKey }),
  });
  const wanted = readRulesDraft(draft, digits);
  return {
    draft,
    change: (part) => setEditing({ from, draft: { ...draft, ...part }, fault: null }),
    isChanged: wanted.is === 'fault' || changedRules(from, wanted.rules).length > 0,
    fault,
    save: () => {
      if (wanted.is === 'fault') setEditing({ from, draft, fault: wanted.rule });
      else if (!saving.isPending) saving.mutate({ before: from, after: wanted.rules });
    },
    discard: () => {
      saving.reset();
      setEditing(null);
    },
    isSaving: saving.isPending,
    failure: saving.error && changeFailure(saving.error),
  };
}
