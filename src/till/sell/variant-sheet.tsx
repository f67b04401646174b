/** Which one of several that differ in a size or a colour: each is a tile, and one tap rings it up. */
import { priceOn, type Product } from '../../domain/catalogue.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Tile } from '../../ui/tile.tsx';
import { useFormat } from '../till-context.ts';
import { countsByProduct } from './basket-figures.ts';
import { usePriceWords } from './use-price-words.ts';
import type { SellControl } from './use-sell.ts';

interface VariantSheetProps {
  readonly of: string;
  readonly sell: SellControl;
}

export function VariantSheet({ of, sell }: VariantSheetProps) {
  const counts = countsByProduct(sell.state.sale.lines);
  return (
    <Sheet isOpen onClose={() => sell.send({ is: 'stopAsking' })} title={of} size="wide">
      <div className="tile-grid variant-grid">
        {sell.context.index.variantsOf(of).map((product) => (
          <VariantTile key={product.id} product={product} count={counts.get(product.id)} sell={sell} />
        ))}
      </div>
    </Sheet>
  );
}

interface VariantTileProps extends Pick<VariantSheetProps, 'sell'> {
  readonly product: Product;
  readonly count: number | undefined;
}

function VariantTile({ product, count, sell }: VariantTileProps) {
  const { index, terms } = sell.context;
  const format = useFormat();
  return (
    <Tile
      name={product.variant?.options.join(' / ') ?? product.name}
      price={usePriceWords(product, priceOn(product, terms.day))}
      stripe={index.colourOf(product.category)}
      count={count === undefined ? undefined : format.count(count)}
      onPress={() => sell.send({ is: 'pick', product })}
    />
  );
}
