/** Which shop, which day, how fresh; and the way to another day. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { daysQuery } from '../ask/days-query.ts';
import { Chooser } from '../frame/chooser.tsx';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { officeWords } from '../words/office-words.ts';
import { daysToChoose, neighbours } from './days-to-choose.ts';

const words = officeWords.day;

export interface DayHeadProps {
  readonly day: string;
  /** By the server's clock; null until it was read. */
  readonly readAt: number | null;
  readonly action: ReactNode;
}

export function DayHead({ day, readAt, action }: DayHeadProps) {
  const { shop, format } = useShop();
  return (
    <header className="office-head">
      <div className="office-head-words">
        <p className="office-head-shop">
          {shop.name}
          <span className="reconcile-as-of num">
            {readAt !== null && words.asOf(format.exactTime(readAt))}
          </span>
        </p>
        <h1>{format.day(day)}</h1>
      </div>
      <DayChooser day={day} />
      {action}
    </header>
  );
}

function DayChooser({ day }: { readonly day: string }) {
  const { shop, format } = useShop();
  const place = usePlace();
  const known = useQuery(daysQuery(shop.id)).data?.days ?? [];
  const days = daysToChoose(known, { chosen: day, today: shop.today });
  const { earlier, later } = neighbours(days, day);
  const choose = (chosen: string) => place.go('/', { day: chosen === shop.today ? null : chosen });
  const label = (of: (typeof days)[number]) => {
    const name = of.day === shop.today ? words.today(format.shortDay(of.day)) : format.shortDay(of.day);
    return of.receipts === 0 ? name : words.option(name, format.count(of.receipts), of.receipts);
  };
  return (
    <div className="reconcile-days">
      <IconButton
        icon="back"
        label={words.before}
        variant="quiet"
        isDisabled={earlier === null}
        onPress={() => earlier !== null && choose(earlier)}
      />
      <Chooser
        label={words.choose}
        value={day}
        options={days.map((of) => ({ value: of.day, label: label(of) }))}
        onChange={choose}
      />
      <IconButton
        icon="forward"
        label={words.after}
        variant="quiet"
        isDisabled={later === null}
        onPress={() => later !== null && choose(later)}
      />
    </div>
  );
}
