/** The parked baskets: take one up again, or throw it away. What lies on the desk is parked first. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { parkedSales } from '../../local-db/park-sale.ts';
import type { ParkedSale } from '../../local-db/parked-sale.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useActWords } from '../act-words.ts';
import { itemCount } from '../sell/basket-figures.ts';
import { personNamed, useFormat, usePorts, useShop } from '../till-context.ts';
import { ParkNameField, useParkName } from './park-name.tsx';
import { ParkedElsewhere } from './parked-elsewhere.tsx';
import { ParkProblemNotice } from './park-problem-notice.tsx';
import type { ParkingSheetProps } from './park-sheet.tsx';
import { useParking, type ParkingControl } from './use-parking.ts';
import './parked.css';

export function ParkedSheet({ sell, desk }: ParkingSheetProps) {
  const words = useActWords().parked;
  const { db } = usePorts();
  const parking = useParking(desk, sell.clerk);
  const all = useLiveQuery(() => parkedSales(db), [db]);
  const [wanted, setWanted] = useState<ParkedSale | null>(null);
  const isDeskFree = sell.state.sale.lines.length === 0;
  return (
    <Sheet
      isOpen
      title={wanted === null ? words.title : words.parkFirstTitle}
      onClose={() => {
        sell.send({ is: 'stopAsking' });
      }}
    >
      <ParkProblemNotice problem={parking.problem} />
      {all?.length === 0 && <EmptyState icon="parked" title={words.none} />}
      {wanted === null ? (
        <ul className="parked">
          {all?.map((parked) => (
            <ParkedRow
              key={parked.sale}
              parked={parked}
              parking={parking}
              onTakeUp={() => {
                if (isDeskFree) parking.recall(parked, null);
                else setWanted(parked);
              }}
            />
          ))}
        </ul>
      ) : (
        <ParkFirst sell={sell} parking={parking} wanted={wanted} />
      )}
      {wanted === null && <ParkedElsewhere desk={desk} clerk={sell.clerk} isDeskFree={isDeskFree} />}
    </Sheet>
  );
}

interface ParkedRowProps {
  readonly parked: ParkedSale;
  readonly parking: ParkingControl;
  readonly onTakeUp: () => void;
}

function ParkedRow({ parked, parking, onTakeUp }: ParkedRowProps) {
  const words = useActWords().parked;
  const format = useFormat();
  const [isSure, setSure] = useState(false);
  return (
    <li aria-label={parked.name}>
      <div className="parked-head">
        <strong>{parked.name}</strong>
        <b>{format.money(parked.gross)}</b>
      </div>
      <ParkedWords parked={parked} />
      <div className="parked-acts">
        <Button
          variant={isSure ? 'person' : 'quiet'}
          icon="bin"
          onPress={() => {
            if (isSure) parking.throwAway(parked);
            else setSure(true);
          }}
        >
          {isSure ? words.sure : words.throwAway}
        </Button>
        <Button variant="soft" isPending={parking.isBusy} onPress={onTakeUp}>
          {words.takeUp}
        </Button>
      </div>
    </li>
  );
}

function ParkedWords({ parked }: Pick<ParkedRowProps, 'parked'>) {
  const words = useActWords().parked;
  const { roster, format } = useShop();
  const { lines } = parked.open;
  const goods = lines.map(({ name, quantity, unit }) => `${format.quantity(quantity, unit)} × ${name}`);
  const when = format.weekdayTime(parked.parkedAt);
  return (
    <p className="parked-words">
      <span>{words.by(personNamed(roster, parked.parkedBy), when, itemCount(lines))}</span>
      <span className="parked-goods">{goods.join(', ')}</span>
    </p>
  );
}

interface ParkFirstProps extends Pick<ParkingSheetProps, 'sell'> {
  readonly parking: ParkingControl;
  readonly wanted: ParkedSale;
}

function ParkFirst({ sell, parking, wanted }: ParkFirstProps) {
  const words = useActWords().parked;
  const named = useParkName(sell.clerk);
  return (
    <div className="park-form">
      <p>{words.parkFirst(wanted.name)}</p>
      <ParkNameField {...named} />
      <Button
        variant="go"
        size="large"
        isPending={parking.isBusy}
        onPress={() => {
          parking.recall(wanted, named.name);
        }}
      >
        {words.parkAndTakeUp(wanted.name)}
      </Button>
    </div>
  );
}
