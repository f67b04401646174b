/** What the till offers to tap, arranged by a manager: favourites and categories, saved together for all tills. */
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Tiles } from '../../protocol/catalogue-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SaveBar } from '../save-bar.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { AddFavouriteSheet } from './add-favourite-sheet.tsx';
import { CategoriesList } from './categories-list.tsx';
import { FavouritesGrid } from './favourites-grid.tsx';
import { useTilesDraft, type TilesEditing } from './use-tiles-draft.ts';

const words = officeWords.catalogue;
const NEW_COLOUR = '#7a8b99';

export function TilesEditor({ tiles }: { readonly tiles: Tiles }) {
  const { format } = useShop();
  const editing = useTilesDraft(tiles);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <TilesSaveBar editing={editing} />
      <Panel
        title={words.favourites}
        note={words.favouritesNote(format.count(editing.draft.favourites.length))}
        actions={
          <Button size="small" icon="plus" onPress={() => setAdding(true)}>
            {words.addFavourite}
          </Button>
        }
      >
        <p className="catalogue-help office-soft">{words.favouritesHelp}</p>
        <FavouritesGrid editing={editing} />
      </Panel>
      <Panel
        title={words.categories}
        note={words.categoriesNote}
        actions={
          <Button
            size="small"
            icon="plus"
            onPress={() =>
              editing.change({
                is: 'addCategory',
                category: { id: uuidv7(), name: '', colour: NEW_COLOUR },
              })
            }
          >
            {words.addCategory}
          </Button>
        }
      >
        <CategoriesList editing={editing} />
      </Panel>
      {isAdding && <AddFavouriteSheet editing={editing} onClose={() => setAdding(false)} />}
    </>
  );
}

function TilesSaveBar({ editing }: { readonly editing: TilesEditing }) {
  const { isChanged, isComplete, isSaving, failure, save, discard } = editing;
  if (!isChanged && failure === null) return null;
  return (
    <SaveBar
      words={words}
      hint={isComplete ? undefined : words.nameNeeded}
      failure={failure === null ? null : words.failed[failure]}
      isSaving={isSaving}
      isDisabled={!isComplete || !isChanged}
      onSave={save}
      onDiscard={discard}
    />
  );
}
