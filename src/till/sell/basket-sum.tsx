/** What the basket comes to, and the way to the money. */
import { money } from '../../domain/money.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { useFormat, useWords } from '../till-context.ts';
import { absolute, basketOff, placeMatters } from './basket-figures.ts';
import { ChargeButtons } from './charge-buttons.tsx';
import { useDiscountWords } from './use-discount-words.ts';
import type { SellControl } from './use-sell.ts';

export function BasketSum({ sell }: { readonly sell: SellControl }) {
  const words = useWords().sell;
  const format = useFormat();
  const { due } = sell;
  return (
    <div className="basket-sum">
      <DiscountRow sell={sell} />
      <TaxRows sell={sell} />
      <PlaceChoice sell={sell} />
      <p className="basket-total">
        <span id="basket-total">{due < 0 ? words.toGiveBack : words.toPay}</span>
        <output aria-labelledby="basket-total">{format.money(absolute(due))}</output>
      </p>
      <ChargeButtons sell={sell} />
    </div>
  );
}

/** A tap changes it, the cross takes it away. */
function DiscountRow({ sell }: { readonly sell: SellControl }) {
  const words = useWords().discount;
  const format = useFormat();
  const nameOf = useDiscountWords();
  const { sale, priced } = sell.state;
  if (sale.discount === undefined || sale.lines.length === 0) return null;
  return (
    <div className="basket-discount">
      <button
        type="button"
        onClick={() => {
          sell.send({ is: 'ask', asking: { is: 'discount' } });
        }}
      >
        <span>{nameOf(sale.discount)}</span>
        <span>{format.money(money(0 - basketOff(priced.lines)))}</span>
      </button>
      <IconButton
        icon="close"
        size="small"
        label={words.remove}
        onPress={() => {
          sell.send({ is: 'change', command: { is: 'discountSale', discount: null } });
        }}
      />
    </div>
  );
}

/** Where prices are without tax, what is added must be seen before it is asked for. */
function TaxRows({ sell }: { readonly sell: SellControl }) {
  const words = useWords().sell;
  const format = useFormat();
  const { totals, lines } = sell.state.priced;
  if (sell.context.terms.policy.tax.pricesIncludeTax || lines.length === 0) return null;
  return (
    <dl className="basket-tax">
      <div>
        <dt>{words.net}</dt>
        <dd>{format.money(totals.net)}</dd>
      </div>
      <div>
        <dt>{words.vat}</dt>
        <dd>{format.money(totals.tax)}</dd>
      </div>
    </dl>
  );
}

const PLACES = ['takeAway', 'eatIn'] as const;

function PlaceChoice({ sell }: { readonly sell: SellControl }) {
  const words = useWords().sell;
  const { sale } = sell.state;
  if (!placeMatters(sale.lines, sell.context.index.favourites)) return null;
  return (
    <SegmentedControl
      className="basket-place"
      label={words.place}
      options={PLACES.map((place) => ({ value: place, label: words[place] }))}
      value={sale.place}
      onChange={(place) => sell.send({ is: 'change', command: { is: 'setPlace', place } })}
    />
  );
}
