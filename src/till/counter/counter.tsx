/** The till while somebody is signed in and a shift is open. */
import { uuidv7 } from 'uuidv7';
import { startSale } from '../../domain/open-sale.ts';
import { useIdleLock } from '../lock/use-idle-lock.ts';
import { PaidScreen } from '../paid/paid-screen.tsx';
import { useWatchedPlace } from '../practice/practice-context.ts';
import { PayScreen } from '../pay/pay-screen.tsx';
import { SellScreen } from '../sell/sell-screen.tsx';
import { useVoidedSales } from '../sell/use-voided-sales.ts';
import { latePart } from '../../ui/late-part.tsx';
import type { CounterProps, CounterScreenProps } from './counter-props.ts';
import { useCounter } from './use-counter.ts';

const backToSell =
  ({ counter }: CounterScreenProps) =>
  () => {
    counter.goTo({ is: 'sell' });
  };
const ReceiptsScreen = latePart(
  async () => (await import('../receipts/receipts-screen.tsx')).ReceiptsScreen,
  backToSell,
);
const ShiftScreen = latePart(async () => (await import('../shift/shift-screen.tsx')).ShiftScreen, backToSell);

export function Counter(props: CounterProps) {
  useVoidedSales(props.desk, props.clerk);
  const counter = useCounter();
  const isPaying = counter.place.is === 'pay' || counter.place.is === 'paid';
  useIdleLock(isPaying, props.till.lock);
  useWatchedPlace(counter.place);
  return <CounterFace {...props} counter={counter} />;
}

function CounterFace(props: CounterScreenProps) {
  const { desk, clerk, counter } = props;
  const { place, goTo } = counter;
  switch (place.is) {
    case 'sell':
      return <SellScreen {...props} />;
    case 'pay':
      return (
        <PayScreen
          clerk={clerk}
          desk={desk}
          approval={place.approval}
          start={place.start}
          onBack={() => {
            goTo({ is: 'sell' });
          }}
          onPaid={(receipt) => {
            // Its id is made now, so that whatever happens it is written once.
            desk.send({ is: 'open', sale: startSale(uuidv7()) });
            goTo({ is: 'paid', receipt });
          }}
        />
      );
    case 'paid':
      return (
        <PaidScreen
          receipt={place.receipt}
          clerk={clerk}
          desk={desk}
          onNext={() => {
            goTo({ is: 'sell' });
          }}
        />
      );
    case 'receipts':
      return <ReceiptsScreen {...props} opened={place.receipt} />;
    case 'shift':
      return <ShiftScreen {...props} />;
  }
}
