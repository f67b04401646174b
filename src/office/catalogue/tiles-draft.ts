/** An arrangement of the till's tiles that is being changed: what a manager does to it, and whether it differs. Pure. */
import type { Category, Product } from '../../domain/catalogue.ts';
import type { ArrangeTiles, Tiles } from '../../protocol/catalogue-messages.ts';
import { CATEGORIES_MAX, FAVOURITES_MAX } from '../../protocol/limits.ts';

export interface DraftCategory extends Pick<Category, 'id' | 'name' | 'colour'> {
  /** How many products it has; only an empty one can be removed. */
  readonly products: number;
}

export interface TilesDraft {
  readonly favourites: readonly Product[];
  readonly categories: readonly DraftCategory[];
}

export type TilesChange =
  | { readonly is: 'addFavourite'; readonly product: Product }
  | { readonly is: 'removeFavourite'; readonly id: string }
  /** To just before or after another one. */
  | {
      readonly is: 'moveFavourites';
      readonly ids: ReadonlySet<string>;
      readonly to: string;
      readonly place: 'before' | 'after';
    }
  | { readonly is: 'addCategory'; readonly category: Pick<Category, 'id' | 'name' | 'colour'> }
  | { readonly is: 'changeCategory'; readonly id: string; readonly name?: string; readonly colour?: string }
  | { readonly is: 'moveCategory'; readonly id: string; readonly by: 1 | -1 }
  | { readonly is: 'removeCategory'; readonly id: string };

export function draftOf({ favourites, categories }: Tiles): TilesDraft {
  return {
    favourites,
    categories: categories.map(({ category: { id, name, colour }, products }) => ({
      id,
      name,
      colour,
      products,
    })),
  };
}

/** What cannot be done leaves the draft as it is. */
export function changeTiles(draft: TilesDraft, change: TilesChange): TilesDraft {
  const { favourites, categories } = draft;
  switch (change.is) {
    case 'addFavourite':
      return canAddFavourite(draft, change.product.id)
        ? { ...draft, favourites: [...favourites, change.product] }
        : draft;
    case 'removeFavourite':
      return { ...draft, favourites: favourites.filter(({ id }) => id !== change.id) };
    case 'moveFavourites':
      return { ...draft, favourites: moved(favourites, change) };
    case 'addCategory':
      return categories.length >= CATEGORIES_MAX
        ? draft
        : { ...draft, categories: [...categories, { ...change.category, products: 0 }] };
    case 'changeCategory': {
      const { is: _, id, ...fields } = change;
      return { ...draft, categories: categories.map((one) => (one.id === id ? { ...one, ...fields } : one)) };
    }
    case 'moveCategory':
      return { ...draft, categories: stepped(categories, change.id, change.by) };
    case 'removeCategory':
      return canRemoveCategory(draft, change.id)
        ? { ...draft, categories: categories.filter(({ id }) => id !== change.id) }
        : draft;
  }
}

export function canAddFavourite({ favourites }: TilesDraft, product: string): boolean {
  return favourites.length < FAVOURITES_MAX && favourites.every(({ id }) => id !== product);
}

/** The last one stays, so that every product has a place. */
export function canRemoveCategory({ categories }: TilesDraft, category: string): boolean {
  return categories.length > 1 && categories.some(({ id, products }) => id === category && products === 0);
}

/** A category without a name could not be told from its neighbours. */
export function nameless({ categories }: TilesDraft): readonly string[] {
  return categories.filter(({ name }) => name.trim() === '').map(({ id }) => id);
}

export function arrangementOf(draft: TilesDraft, seen: string): ArrangeTiles {
  return {
    favourites: draft.favourites.map(({ id }) => id),
    categories: draft.categories.map(({ id, name, colour }) => ({ id, name: name.trim(), colour })),
    seen,
  };
}

export function isSameArrangement(one: TilesDraft, other: TilesDraft): boolean {
  return JSON.stringify(arrangementOf(one, '')) === JSON.stringify(arrangementOf(other, ''));
}

function moved(
  favourites: readonly Product[],
  { ids, to, place }: Extract<TilesChange, { is: 'moveFavourites' }>,
): readonly Product[] {
  const stay = favourites.filter(({ id }) => !ids.has(id));
  const target = stay.findIndex(({ id }) => id === to);
  if (target < 0) return favourites;
  const at = place === 'before' ? target : target + 1;
  return [...stay.slice(0, at), ...favourites.filter(({ id }) => ids.has(id)), ...stay.slice(at)];
}

function stepped(
  categories: readonly DraftCategory[],
  category: string,
  by: 1 | -1,
): readonly DraftCategory[] {
  const from = categories.findIndex(({ id }) => id === category);
  const [one, other] = [categories[from], categories[from + by]];
  if (one === undefined || other === undefined) return categories;
  return categories.map((each) => {
    if (each === one) return other;
    return each === other ? one : each;
  });
}
