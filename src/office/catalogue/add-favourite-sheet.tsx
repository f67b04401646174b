/** Finds a product by any of its words and adds it behind the last tile; stays open, for several are added at a time. */
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { priceWords } from './price-words.ts';
import { NoProducts } from './products-panel.tsx';
import { canAddFavourite } from './tiles-draft.ts';
import { useProducts } from './use-products.ts';
import type { TilesEditing } from './use-tiles-draft.ts';

const words = officeWords.catalogue;

interface AddFavouriteSheetProps {
  readonly editing: TilesEditing;
  readonly onClose: () => void;
}

export function AddFavouriteSheet({ editing, onClose }: AddFavouriteSheetProps) {
  const lookedAt = useShop();
  const { search, type, rows } = useProducts();
  return (
    <Sheet isOpen onClose={onClose} title={words.addFavouriteTitle} place="side">
      <div className="favourite-find">
        <SearchField label={words.search} value={search} onChange={type} />
        {rows === null && <Skeleton lines={6} height={34} />}
        {rows?.length === 0 && <NoProducts search={search.trim()} />}
        <ul className="favourite-found">
          {rows?.map((product) => (
            <li key={product.id}>
              <span className="favourite-found-name">
                {product.name}
                <small className="office-soft num">{priceWords(product, lookedAt)}</small>
              </span>
              {editing.draft.favourites.some(({ id }) => id === product.id) ? (
                <Tag tone="go" icon="check">
                  {words.isFavourite}
                </Tag>
              ) : (
                <Button
                  size="small"
                  icon="plus"
                  aria-label={words.addNamed(product.name)}
                  isDisabled={!canAddFavourite(editing.draft, product.id)}
                  onPress={() => editing.change({ is: 'addFavourite', product })}
                >
                  {words.add}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
