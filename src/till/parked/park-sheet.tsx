/** *Park*: the basket goes aside under a name, and the desk is free for the next customer. */
import type { SyntheticEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useActWords } from '../act-words.ts';
import type { SaleDesk } from '../sell/sale-desk.ts';
import type { SellControl } from '../sell/use-sell.ts';
import { ParkNameField, useParkName } from './park-name.tsx';
import { ParkProblemNotice } from './park-problem-notice.tsx';
import { useParking } from './use-parking.ts';
import './parked.css';

export interface ParkingSheetProps {
  readonly sell: SellControl;
  readonly desk: SaleDesk;
}

export function ParkSheet({ sell, desk }: ParkingSheetProps) {
  const words = useActWords().parked;
  const named = useParkName(sell.clerk);
  const parking = useParking(desk, sell.clerk);
  const park = () => {
    parking.park(named.name);
  };
  return (
    <Sheet
      isOpen
      size="narrow"
      title={words.parkTitle}
      onClose={() => {
        sell.send({ is: 'stopAsking' });
      }}
      footer={
        <Button variant="go" size="large" isPending={parking.isBusy} onPress={park}>
          {words.park}
        </Button>
      }
    >
      <form
        className="park-form"
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          park();
        }}
      >
        <ParkNameField {...named} />
        <ParkProblemNotice problem={parking.problem} />
        <button type="submit" hidden />
      </form>
    </Sheet>
  );
}
