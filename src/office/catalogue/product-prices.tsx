/** How a product is sold, what it costs today, and what it will cost from when. */
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { LaterValues } from './later-values.tsx';
import type { DraftFault, ProductDraft } from './product-draft.ts';

const words = officeWords.product;
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
          <LaterValues
            later={draft.later.map(({ from, price }) => ({ from, value: price }))}
            onChange={(later) => change({ later: later.map(({ from, value }) => ({ from, price: value })) })}
            most={LATER_PRICES_MAX}
            words={{
              from: words.from,
              value: words.laterPrice,
              add: words.addLater,
              remove: words.removeLater,
            }}
            error={wrong('laterPriceWrong', 'twoPricesFromOneDay')}
          />
        </>
      )}
    </>
  );
}
