/** A till's readiness as a light; behind it the items, as the till told them. */
import { useState } from 'react';
import {
  readinessItems,
  readinessLight,
  type ReadinessItem,
  type ReadinessLight,
  type TillReadiness,
} from '../../domain/readiness.ts';
import type { TillRow } from '../../protocol/office-till-messages.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';
import { useNow } from './use-now.ts';

const words = officeWords.readiness;
const TONE: Readonly<Record<ReadinessLight, Tone>> = { ready: 'neutral', mind: 'mind', act: 'person' };
const ICON: Readonly<Record<ReadinessItem['state'], IconName>> = {
  ready: 'check',
  note: 'info',
  mind: 'info',
  act: 'warning',
};

export function ReadinessCell({ till }: { readonly till: TillRow }) {
  const { readiness, name } = till;
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  if (readiness === null) return <span className="office-soft">{words.untold}</span>;
  const items = readinessItems(readiness, now);
  const light = readinessLight(items);
  return (
    <>
      <Pill tone={TONE[light]} icon={ICON[light]} aria-label={words.open(name)} onPress={() => setOpen(true)}>
        {words.light[light]}
      </Pill>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={words.title(name)} size="wide">
        <Items items={items} till={till} readiness={readiness} />
      </Sheet>
    </>
  );
}

interface ItemsProps {
  readonly items: readonly ReadinessItem[];
  readonly till: TillRow;
  readonly readiness: TillReadiness;
}

function Items({ items, till, readiness }: ItemsProps) {
  const { format } = useShop();
  return (
    <>
      {till.lastHeardAt !== null && (
        <p className="office-soft">{words.asOf(format.moment(till.lastHeardAt))}</p>
      )}
      <ul className="tills-ready">
        {items.map((item) => (
          <li key={item.is} data-state={item.state}>
            <Icon name={ICON[item.state]} size={20} />
            <span>
              <strong>{words.item[item.is]}</strong> {saidOf(item, readiness, till.app ?? '', format)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function saidOf(item: ReadinessItem, till: TillReadiness, app: string, format: ShopFormat): string {
  const say: (one: string, other: string) => string = words.said[item.said];
  const [one = '', other = ''] = figuresOf(item, till, app, format);
  return say(one, other);
}

const MEGABYTE = 1_000_000;

function figuresOf(
  { is }: ReadinessItem,
  till: TillReadiness,
  app: string,
  format: ShopFormat,
): readonly string[] {
  switch (is) {
    case 'people':
      return [format.count(till.people.able), format.count(till.people.all)];
    case 'lease':
      return [format.moment(till.leaseUntil)];
    case 'catalogue':
      return [format.moment(till.catalogue.currentAt ?? 0)];
    case 'room': {
      const left = Math.max(0, (till.room?.quota ?? 0) - (till.room?.used ?? 0));
      return [`${format.count(Math.round(left / MEGABYTE))} MB`];
    }
    case 'clock':
      return [`${format.count(Math.round(Math.abs(till.clock.offsetMs) / 1_000))} s`];
    case 'version':
      return [app];
    case 'scanner':
      return [format.moment(till.scannedAt ?? 0)];
    case 'journal':
    case 'copies':
    case 'key':
    case 'storage':
    case 'installed':
    case 'wakeLock':
      return [];
  }
}
