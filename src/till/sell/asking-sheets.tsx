/** The one sheet that is open on Sell, if any. */
import { NO_MONEY } from '../../domain/money.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { SaleCommand } from '../../domain/sale-command.ts';
import type { OpenSale, PricedLine } from '../../domain/sale.ts';
import { latePart } from '../../ui/late-part.tsx';
import { AmountSheet } from '../ask/amount-sheet.tsx';
import { WeightSheet } from '../ask/weight-sheet.tsx';
import { useShop, useWords } from '../till-context.ts';
import { ParkSheet } from '../parked/park-sheet.tsx';
import { ParkedSheet } from '../parked/parked-sheet.tsx';
import { AgeSheet } from './age-sheet.tsx';
import { listedSum } from './basket-figures.ts';
import { BasketMenu } from './basket-menu.tsx';
import { DiscountSheet } from './discount-sheet.tsx';
import { LineSheet } from './line-sheet.tsx';
import { ReturnSheet } from './return-sheet.tsx';
import type { SaleDesk } from './sale-desk.ts';
import type { Asking } from './sell-state.ts';
import { tryCommands } from './try-commands.ts';
import type { SellControl } from './use-sell.ts';

const VariantSheet = latePart(
  async () => (await import('./variant-sheet.tsx')).VariantSheet,
  ({ sell }) =>
    () =>
      sell.send({ is: 'stopAsking' }),
);

interface AskingSheetsProps {
  readonly sell: SellControl;
  readonly desk: SaleDesk;
}

export function AskingSheets({ sell, desk }: AskingSheetsProps) {
  const { asking, sale } = sell.state;
  switch (asking?.is) {
    case undefined:
      return null;
    case 'weight':
      return <AskWeight product={asking.product} sell={sell} />;
    case 'price':
      return <AskPrice asking={asking} sell={sell} />;
    case 'variant':
      return <VariantSheet of={asking.of} sell={sell} />;
    case 'line':
      return <OpenLineSheet line={asking.line} sale={sale} sell={sell} />;
    case 'menu':
      return <BasketMenu sell={sell} />;
    case 'discount':
      return <DiscountSheet sell={sell} />;
    case 'age':
      return <AgeSheet age={asking.age} sell={sell} />;
    case 'park':
      return <ParkSheet sell={sell} desk={desk} />;
    case 'parked':
      return <ParkedSheet sell={sell} desk={desk} />;
    case 'returnReason':
      return <ReturnSheet send={sell.send} />;
  }
}

interface AskWeightProps {
  readonly product: Extract<Asking, { is: 'weight' }>['product'];
  readonly sell: SellControl;
}

function AskWeight({ product, sell }: AskWeightProps) {
  const { pricesIncludeTax } = useShop().roster.policy.tax;
  return (
    <WeightSheet
      product={product}
      sumOf={(quantity) => {
        const added = tryAdding(sell, { is: 'addProduct', product, quantity, price: null });
        return added === null ? null : listedSum(added, pricesIncludeTax);
      }}
      onClose={() => {
        sell.send({ is: 'stopAsking' });
      }}
      onWeight={(quantity) => {
        sell.send({ is: 'weighed', product, quantity });
      }}
    />
  );
}

/** The line it would become. */
function tryAdding({ state, context, clerk }: SellControl, command: SaleCommand): PricedLine | null {
  const tried = tryCommands(state.sale, [command], context.terms, clerk.role);
  return isRefusal(tried) ? null : (tried.priced.lines.at(-1) ?? null);
}

interface AskPriceProps {
  readonly asking: Extract<Asking, { is: 'price' }>;
  readonly sell: SellControl;
}

function AskPrice({ asking, sell }: AskPriceProps) {
  const words = useWords().ask;
  const { product, quantity } = asking;
  return (
    <AmountSheet
      isOpen
      title={words.priceTitle(product.name)}
      label={words.price}
      go={words.addPrice}
      onClose={() => {
        sell.send({ is: 'stopAsking' });
      }}
      onAmount={(price) => {
        if (price > NO_MONEY) sell.send({ is: 'priced', product, quantity, price });
      }}
    />
  );
}

interface OpenLineSheetProps {
  readonly line: number;
  readonly sale: OpenSale;
  readonly sell: SellControl;
}

function OpenLineSheet({ line, sale, sell }: OpenLineSheetProps) {
  const open = sale.lines.find((one) => one.line === line);
  return open === undefined ? null : <LineSheet key={line} line={open} sell={sell} />;
}
