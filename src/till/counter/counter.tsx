/** The till while somebody is signed in and a shift is open. */
import { uuidv7 } from 'uuidv7';
import { startSale } from '../../domain/open-sale.ts';
import { PaidScreen } from '../paid/paid-screen.tsx';
import { PayScreen } from '../pay/pay-screen.tsx';
import { ReceiptsScreen } from '../receipts/receipts-screen.tsx';
import { SellScreen } from '../sell/sell-screen.tsx';
import { ShiftScreen } from '../shift/shift-screen.tsx';
import type { CounterProps, CounterScreenProps } from './counter-props.ts';
import { useCounter } from './use-counter.ts';

export function Counter(props: CounterProps) {
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
      return <ReceiptsScreen {...props} opened={place.receipt} />;
    case 'shift':
      return <ShiftScreen {...props} />;
  }
}
