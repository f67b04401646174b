/** How a product is sold, what it costs today, and what it will cost from when. */
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { useShop } from '../shop-context.ts';
import { en } from '../words/en.ts';
import type { DraftFault, LaterPrice, ProductDraft } from './product-draft.ts';

const words = en.product;
const LATER_PRICES_MAX = 20;

interface ProductPricesProps {
  readonly draft: ProductDraft;
  readonly change: (part: Partial<ProductDraft>) => void;
  readonly wrong: (...faults: DraftFault[]) => string | undefined;
}

export function ProductPrices({ draft, change, wrong }: ProductPricesProps) {
  const { shop } = useShop();
  return (
    <>
      <SegmentedControl
        label={words.sold}
        options={[
          { value: 'each', label: words.soldAs.each },
          { value: 'kg', label: words.soldAs.kg },
          { value: 'open', label: words.soldAs.open },
        ]}
        value={draft.sold}
        onChange={(sold) => change({ sold })}
      />
      {draft.sold !== 'open' && (
        <>
          <Field
            label={
              draft.sold === 'kg' ? words.pricePerKg(shop.currency.code) : words.price(shop.currency.code)
            }
            description={words.priceHelp}
            value={draft.price}
            onChange={(price) => change({ price })}
            error={wrong('noPrice')}
            inputMode="decimal"
            autoComplete="off"
          />
          <LaterPrices
            later={draft.later}
            onChange={(later) => change({ later })}
            error={wrong('laterPriceWrong', 'twoPricesFromOneDay')}
          />
        </>
      )}
    </>
  );
}

interface LaterPricesProps {
  readonly later: readonly LaterPrice[];
  readonly onChange: (later: readonly LaterPrice[]) => void;
  readonly error: string | undefined;
}

function LaterPrices({ later, onChange, error }: LaterPricesProps) {
  const put = (at: number, part: Partial<LaterPrice>) =>
    onChange(later.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div className="product-later">
      {later.map((row, index) => (
        <div className="product-later-row" key={index}>
          <Field label={words.from} type="date" value={row.from} onChange={(from) => put(index, { from })} />
          <Field
            label={words.laterPrice}
            value={row.price}
            onChange={(price) => put(index, { price })}
            inputMode="decimal"
            autoComplete="off"
          />
          <IconButton
            icon="close"
            label={words.removeLater(row.from)}
            onPress={() => onChange(later.filter((_, other) => other !== index))}
          />
        </div>
      ))}
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      {later.length < LATER_PRICES_MAX && (
        <Button size="small" icon="plus" onPress={() => onChange([...later, { from: '', price: '' }])}>
          {words.addLater}
        </Button>
      )}
    </div>
  );
}
