/** What can be done with the whole basket, beside charging it. */
import { uuidv7 } from 'uuidv7';
import { startSale } from '../../domain/open-sale.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useActWords } from '../act-words.ts';
import type { Asking } from './sell-state.ts';
import type { SellControl } from './use-sell.ts';
import './acts.css';

export function BasketMenu({ sell }: { readonly sell: SellControl }) {
  const words = useActWords().menu;
  const { state, send } = sell;
  const hasGoods = state.sale.lines.length > 0;
  const ask = (asking: Asking) => () => {
    send({ is: 'ask', asking });
  };
  return (
    <Sheet
      isOpen
      size="narrow"
      title={words.title}
      onClose={() => {
        send({ is: 'stopAsking' });
      }}
    >
      <div className="basket-menu">
        {hasGoods && (
          <Button isWide size="large" icon="tag" onPress={ask({ is: 'discount' })}>
            {state.sale.discount === undefined ? words.discount : words.changeDiscount}
          </Button>
        )}
        {state.returning === null && (
          <Button isWide size="large" icon="refund" onPress={ask({ is: 'returnReason' })}>
            {words.return}
          </Button>
        )}
        <Button isWide size="large" icon="parked" onPress={ask({ is: 'parked' })}>
          {words.parked}
        </Button>
        {hasGoods && (
          <Button
            isWide
            size="large"
            icon="bin"
            onPress={() => {
              send({ is: 'stopAsking' });
              send({ is: 'empty', next: startSale(uuidv7()) });
            }}
          >
            {words.empty}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
