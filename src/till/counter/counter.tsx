/** The till while somebody is signed in and a shift is open. */
import { lazy, Suspense, useEffect } from 'react';
import { uuidv7 } from 'uuidv7';
import { startSale } from '../../domain/open-sale.ts';
import { PaidScreen } from '../paid/paid-screen.tsx';
import { PayScreen } from '../pay/pay-screen.tsx';
import { SellScreen } from '../sell/sell-screen.tsx';
import { ShiftScreen } from '../shift/shift-screen.tsx';
import type { CounterProps, CounterScreenProps } from './counter-props.ts';
import { useCounter } from './use-counter.ts';

/** Not needed to sell: fetched as soon as the counter stands, so that it is there when it is asked for. */
const loadReceipts = async () => ({
  default: (await import('../receipts/receipts-screen.tsx')).ReceiptsScreen,
});
const ReceiptsScreen = lazy(loadReceipts);

export function Counter(props: CounterProps) {
  // Loading a part of the app is the browser's business.
  useEffect(() => void loadReceipts().catch(() => undefined), []);
  return <CounterFace {...props} counter={useCounter()} />;
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
          desk={desk}
          onNext={() => {
            goTo({ is: 'sell' });
          }}
        />
      );
    case 'receipts':
      return (
        <Suspense>
          <ReceiptsScreen {...props} opened={place.receipt} />
        </Suspense>
      );
    case 'shift':
      return <ShiftScreen {...props} />;
  }
}
