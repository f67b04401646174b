/** Products to tap, by category, favourites first. */
import { memo, useMemo, useState } from 'react';
import { priceOn, type Product } from '../../domain/catalogue.ts';
import type { OpenLine } from '../../domain/sale.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tile } from '../../ui/tile.tsx';
import { useFormat, useWords } from '../till-context.ts';
import { countsByProduct } from './basket-figures.ts';
import type { CategoryProducts, ProductIndex } from './product-index.ts';
import type { SellContext } from './sell-state.ts';
import { usePriceWords } from './use-price-words.ts';
import type { SellControl } from './use-sell.ts';

/** Nobody scrolls through thousands; search finds them all. */
const TILES_AT_A_TIME = 120;

const FAVOURITES = 'favourites';

export function ProductTiles({ sell }: { readonly sell: SellControl }) {
  const words = useWords().sell;
  const { index } = sell.context;
  const [chosen, choose] = useState<string | null>(null);
  const category =
    chosen ?? (index.favourites.length > 0 ? FAVOURITES : (index.categories[0]?.id ?? FAVOURITES));
  if (index.size === 0) {
    return (
      <EmptyState icon="tag" title={words.noProducts}>
        {words.noProductsLead}
      </EmptyState>
    );
  }
  return (
    <>
      <Categories index={index} chosen={category} onChoose={choose} />
      <Tiles
        key={category}
        category={category}
        lines={sell.state.sale.lines}
        context={sell.context}
        send={sell.send}
      />
    </>
  );
}

interface CategoriesProps {
  readonly index: ProductIndex;
  readonly chosen: string;
  readonly onChoose: (category: string) => void;
}

const Categories = memo(function Categories({ index, chosen, onChoose }: CategoriesProps) {
  const words = useWords().sell;
  const all = [
    ...(index.favourites.length > 0 ? [{ id: FAVOURITES, name: words.favourites }] : []),
    ...index.categories,
  ];
  return (
    <div className="categories" role="group" aria-label={words.categories}>
      {all.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          onClick={() => {
            onChoose(id);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
});

interface TilesProps {
  readonly category: string;
  readonly lines: readonly OpenLine[];
  readonly context: SellContext;
  readonly send: SellControl['send'];
}

/** Typing in the scan box draws none of the tiles again. */
const Tiles = memo(function Tiles({ category, lines, context, send }: TilesProps) {
  const words = useWords().sell;
  const format = useFormat();
  const [shown, setShown] = useState(TILES_AT_A_TIME);
  const counts = useMemo(() => countsByProduct(lines), [lines]);
  const { index } = context;
  const { products, size } = useMemo(() => shownIn(category, shown, index), [category, shown, index]);
  const left = size - products.length;
  return (
    <div className="tiles">
      <div className="tile-grid" role="group" aria-label={words.products}>
        {products.map((product) => {
          const rest = { product, context, send };
          // A favourite was chosen as the very one it is.
          const variants = category === FAVOURITES ? [] : variantsWith(product, index);
          return variants.length > 1 ? (
            <GroupTile key={product.id} {...rest} variants={variants} counts={counts} />
          ) : (
            <ProductTile key={product.id} {...rest} count={counts.get(product.id)} />
          );
        })}
      </div>
      {products.length === 0 && <EmptyState icon="tag" title={words.emptyCategory} />}
      {left > 0 && (
        <div className="tiles-more">
          <Button
            onPress={() => {
              setShown(shown + TILES_AT_A_TIME);
            }}
          >
            {words.more(format.count(left))}
          </Button>
          <span>{words.moreHint}</span>
        </div>
      )}
    </div>
  );
});

/** Nobody makes more favourites than fit; a category may have thousands. */
function shownIn(category: string, most: number, index: ProductIndex): CategoryProducts {
  const { favourites } = index;
  return category === FAVOURITES
    ? { products: favourites, size: favourites.length }
    : index.byCategory(category, most);
}

interface ProductTileProps {
  readonly product: Product;
  readonly context: SellContext;
  readonly count: number | undefined;
  readonly send: SellControl['send'];
}

const ProductTile = memo(function ProductTile({ product, context, count, send }: ProductTileProps) {
  const { index, terms } = context;
  const format = useFormat();
  return (
    <PlainTile
      product={product}
      price={usePriceWords(product, priceOn(product, terms.day))}
      colour={index.colourOf(product.category)}
      count={count === undefined ? undefined : format.count(count)}
      send={send}
    />
  );
});

function variantsWith({ variant }: Product, index: ProductIndex): readonly Product[] {
  return variant === undefined ? [] : index.variantsOf(variant.of);
}

interface GroupTileProps extends Omit<ProductTileProps, 'count'> {
  readonly variants: readonly Product[];
  readonly counts: ReadonlyMap<string, number>;
}

/** Several that differ in a size or a colour: which one is asked for when it is tapped. */
function GroupTile({ product, variants, counts, context: { index, terms }, send }: GroupTileProps) {
  const words = useWords().sell;
  const format = useFormat();
  const name = product.variant?.of ?? product.name;
  const prices = variants.flatMap((one) => priceOn(one, terms.day) ?? []).sort((one, other) => one - other);
  const [least, most] = [prices[0], prices.at(-1)];
  const groupPrice = (): string => {
    if (least === undefined) return words.typeAmount;
    return least === most ? format.money(least) : words.fromPrice(format.money(least));
  };
  const count = variants.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
  return (
    <Tile
      name={name}
      price={groupPrice()}
      stripe={index.colourOf(product.category)}
      count={count === 0 ? undefined : format.count(count)}
      note={least === most ? words.kinds(format.count(variants.length)) : undefined}
      onPress={() => send({ is: 'ask', asking: { is: 'variant', of: name } })}
    />
  );
}

interface PlainTileProps {
  readonly product: Product;
  readonly price: string;
  readonly colour: string | undefined;
  readonly count: string | undefined;
  readonly send: SellControl['send'];
}

const PlainTile = memo(function PlainTile({ product, price, colour, count, send }: PlainTileProps) {
  return (
    <Tile
      name={product.name}
      price={price}
      stripe={colour}
      count={count}
      onPress={() => {
        send({ is: 'pick', product });
      }}
    />
  );
});
