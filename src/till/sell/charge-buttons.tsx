/** From the basket to the money: *Charge*, or the two ways most people pay where the shop wishes them on this screen. */
import { Button } from '../../ui/button.tsx';
import { useFormat, useWords } from '../till-context.ts';
import { CHARGE_KEY } from './use-charge-key.ts';
import { useChargeWords } from './use-charge-words.ts';
import type { SellControl } from './use-sell.ts';

export function ChargeButtons({ sell }: { readonly sell: SellControl }) {
  const { paysOnSell } = sell.context.terms.policy;
  return paysOnSell === true && sell.due > 0 ? <WaysOnSell sell={sell} /> : <ChargeButton sell={sell} />;
}

function ChargeButton({ sell }: { readonly sell: SellControl }) {
  const words = useChargeWords(sell);
  const hint = useWords().sell.byKey;
  return (
    <Button
      className="basket-charge"
      aria-keyshortcuts={CHARGE_KEY}
      title={hint}
      variant="go"
      size="charge"
      isWide
      isDisabled={sell.state.sale.lines.length === 0}
      onPress={() => {
        sell.charge();
      }}
    >
      {words}
    </Button>
  );
}

/** *Cash exact* is the whole payment. *More* leads to the sums people hand over, parts and all else. */
function WaysOnSell({ sell }: { readonly sell: SellControl }) {
  const words = useWords().sell;
  const format = useFormat();
  return (
    <div className="basket-ways" role="group" aria-label={words.ways}>
      <Button
        variant="go"
        size="charge"
        onPress={() => {
          sell.charge('exactCash');
        }}
      >
        <span className="basket-way">
          {words.cashExact} <small>{format.money(sell.due)}</small>
        </span>
      </Button>
      <Button
        size="charge"
        onPress={() => {
          sell.charge('card');
        }}
      >
        {words.card}
      </Button>
      <Button
        size="charge"
        aria-label={words.moreWaysLabel}
        aria-keyshortcuts={CHARGE_KEY}
        title={words.byKey}
        onPress={() => {
          sell.charge();
        }}
      >
        {words.moreWays}
      </Button>
    </div>
  );
}
