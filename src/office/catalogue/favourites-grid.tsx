/** The favourites as the till shows them, to drag into their places: by finger, by mouse or by keyboard. */
import { Button } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import type { Product } from '../../domain/catalogue.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { priceWords } from './price-words.ts';
import type { TilesEditing } from './use-tiles-draft.ts';
import '../../ui/tile.css';

const words = officeWords.catalogue;

export function FavouritesGrid({ editing }: { readonly editing: TilesEditing }) {
  const { favourites, categories } = editing.draft;
  const colours = new Map(categories.map(({ id, colour }) => [id, colour]));
  const { dragAndDropHooks } = useDragAndDrop<Product>({
    getItems: (_, items) => items.map(({ name }) => ({ 'text/plain': name })),
    onReorder: ({ keys, target: { key, dropPosition } }) => {
      if (dropPosition === 'on') return;
      const ids = new Set([...keys].map(String));
      editing.change({ is: 'moveFavourites', ids, to: String(key), place: dropPosition });
    },
  });
  return (
    <GridList
      aria-label={words.favourites}
      className="favourites"
      layout="grid"
      items={favourites}
      dependencies={[colours]}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => (
        <EmptyState icon="tag" title={words.noFavourites}>
          {words.noFavouritesWords}
        </EmptyState>
      )}
    >
      {(product) => (
        <GridListItem id={product.id} textValue={product.name} className="favourite">
          <Favourite
            product={product}
            colour={colours.get(product.category)}
            onRemove={() => editing.change({ is: 'removeFavourite', id: product.id })}
          />
        </GridListItem>
      )}
    </GridList>
  );
}

interface FavouriteProps {
  readonly product: Product;
  readonly colour: string | undefined;
  readonly onRemove: () => void;
}

function Favourite({ product, colour, onRemove }: FavouriteProps) {
  const lookedAt = useShop();
  return (
    <>
      <span className="tile-stripe" style={{ backgroundColor: colour }} />
      <span className="tile-name">{product.name}</span>
      <span className="favourite-foot">
        <span className="num favourite-price">{priceWords(product, lookedAt)}</span>
        <Button slot="drag" className="favourite-drag" aria-label={words.drag(product.name)}>
          <Icon name="menu" size={20} />
        </Button>
        <IconButton icon="close" size="small" label={words.remove(product.name)} onPress={onRemove} />
      </span>
    </>
  );
}
