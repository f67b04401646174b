/** The arrangement being changed: kept here until it is saved for all tills or given up. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useReducer } from 'react';
import { tilesSchema, type ArrangeTiles, type Tiles } from '../../protocol/catalogue-messages.ts';
import { useToast } from '../../ui/toast-context.ts';
import { askPeople } from '../ask/ask-people.ts';
import { changeFailure } from '../ask/change-failure.ts';
import { tilesQuery } from '../ask/tiles-query.ts';
import { officeWords } from '../words/office-words.ts';
import {
  arrangementOf,
  changeTiles,
  draftOf,
  isSameArrangement,
  nameless,
  type TilesChange,
  type TilesDraft,
} from './tiles-draft.ts';

/** What the draft began as stays with it: a newer arrangement read meanwhile is not written over unseen. */
interface Begun {
  readonly draft: TilesDraft;
  readonly from: Tiles;
}

type Act = { readonly is: 'begin'; readonly from: Tiles } | TilesChange;

export interface TilesEditing {
  readonly draft: TilesDraft;
  readonly change: (change: TilesChange) => void;
  readonly isChanged: boolean;
  readonly isComplete: boolean;
  readonly save: () => void;
  readonly isSaving: boolean;
  readonly discard: () => void;
  readonly failure: keyof typeof officeWords.catalogue.failed | null;
}

export function useTilesDraft(tiles: Tiles): TilesEditing {
  const [begun, act] = useReducer(reduce, { draft: draftOf(tiles), from: tiles });
  const client = useQueryClient();
  const toast = useToast();
  const saving = useMutation({
    mutationFn: (body: ArrangeTiles) => askPeople({ path: '/catalogue/tiles', body, answer: tilesSchema }),
    onSuccess: (saved) => {
      client.setQueryData(tilesQuery.queryKey, saved);
      act({ is: 'begin', from: saved });
      toast.show({ words: officeWords.catalogue.saved });
    },
  });
  const isChanged = !isSameArrangement(begun.draft, draftOf(begun.from));
  // What others arranged is shown at once, unless something is being changed here.
  if (!isChanged && !saving.isPending && tiles.seen !== begun.from.seen) act({ is: 'begin', from: tiles });
  const discard = async () => {
    saving.reset();
    act({ is: 'begin', from: await client.query({ ...tilesQuery, staleTime: 0 }).catch(() => tiles) });
  };
  return {
    draft: begun.draft,
    change: act,
    isChanged,
    isComplete: nameless(begun.draft).length === 0,
    save: () => saving.mutate(arrangementOf(begun.draft, begun.from.seen)),
    isSaving: saving.isPending,
    discard: () => void discard(),
    failure: saving.error && changeFailure(saving.error),
  };
}

function reduce(begun: Begun, act: Act): Begun {
  if (act.is === 'begin') return { draft: draftOf(act.from), from: act.from };
  return { ...begun, draft: changeTiles(begun.draft, act) };
}
