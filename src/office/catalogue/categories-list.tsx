/** The categories in the order of the till's row: their names, their colours, and which comes first. */
import { NAME_LENGTH_MAX } from '../../protocol/limits.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { canRemoveCategory, type DraftCategory } from './tiles-draft.ts';
import type { TilesEditing } from './use-tiles-draft.ts';

const words = officeWords.catalogue;

export function CategoriesList({ editing }: { readonly editing: TilesEditing }) {
  const { categories } = editing.draft;
  return (
    <ol className="category-rows">
      {categories.map((category, at) => (
        <CategoryRow
          key={category.id}
          category={category}
          isFirst={at === 0}
          isLast={at === categories.length - 1}
          editing={editing}
        />
      ))}
    </ol>
  );
}

interface CategoryRowProps {
  readonly category: DraftCategory;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly editing: TilesEditing;
}

function CategoryRow({ category, isFirst, isLast, editing }: CategoryRowProps) {
  const { format } = useShop();
  const { id, name, colour, products } = category;
  return (
    <li className="category-row">
      <input
        type="color"
        aria-label={words.categoryColour(name)}
        value={colour}
        onChange={(event) => editing.change({ is: 'changeCategory', id, colour: event.target.value })}
      />
      <input
        type="text"
        className="field-input"
        aria-label={words.categoryName(name)}
        aria-invalid={name.trim() === '' || undefined}
        value={name}
        maxLength={NAME_LENGTH_MAX}
        onChange={(event) => editing.change({ is: 'changeCategory', id, name: event.target.value })}
      />
      <span className="category-count office-soft num">
        {words.productsIn(format.count(products), products)}
      </span>
      <span className="category-acts">
        <IconButton
          icon="chevron-up"
          size="small"
          label={words.earlier(name)}
          isDisabled={isFirst}
          onPress={() => editing.change({ is: 'moveCategory', id, by: -1 })}
        />
        <IconButton
          icon="chevron-down"
          size="small"
          label={words.later(name)}
          isDisabled={isLast}
          onPress={() => editing.change({ is: 'moveCategory', id, by: 1 })}
        />
        <IconButton
          icon="close"
          size="small"
          label={words.remove(name)}
          isDisabled={!canRemoveCategory(editing.draft, id)}
          onPress={() => editing.change({ is: 'removeCategory', id })}
        />
      </span>
    </li>
  );
}
