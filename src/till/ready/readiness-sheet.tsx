/** What an outage would find here, item by item, each with what to do about it; how to install; and an outage to practise. */
import { readinessLight, type ReadinessItem, type TillReadiness } from '../../domain/readiness.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useRareWords } from '../rare-words.ts';
import { useFormat, usePorts } from '../till-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { InstallGuide } from './install-guide.tsx';
import { useReadiness, type SeenReadiness } from './use-readiness.ts';
import './ready.css';

interface ReadinessSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ReadinessSheet({ isOpen, onClose }: ReadinessSheetProps) {
  const words = useRareWords().ready;
  const seen = useReadiness();
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={words.title} size="wide">
      {seen === null ? <p>{words.looking}</p> : <Seen seen={seen} />}
    </Sheet>
  );
}

const TONE = { ready: 'go', mind: 'mind', act: 'person' } as const satisfies Record<string, Tone>;

function Seen({ seen }: { readonly seen: SeenReadiness }) {
  const words = useRareWords().ready;
  const light = readinessLight(seen.items);
  return (
    <div className="ready">
      <Notice tone={TONE[light]} title={words.light[light]}>
        {words.lead[light]}
      </Notice>
      <ul className="ready-items">
        {seen.items.map((item) => (
          <Item key={item.is} item={item} till={seen.till} />
        ))}
      </ul>
      {!seen.till.installed && <InstallGuide />}
    </div>
  );
}

const ICON: Readonly<Record<ReadinessItem['state'], IconName>> = {
  ready: 'check',
  note: 'info',
  mind: 'info',
  act: 'warning',
};

function Item({ item, till }: { readonly item: ReadinessItem; readonly till: TillReadiness }) {
  const words = useRareWords().ready;
  const { app } = usePorts();
  const said: (one: string, other: string) => string = words.said[item.said];
  const [one, other = ''] = figuresOf(item, till, useFormat(), app);
  return (
    <li data-state={item.state}>
      <Icon name={ICON[item.state]} size={22} />
      <div>
        <p>
          <strong>{words.item[item.is]}</strong> <span>{said(one ?? '', other)}</span>
        </p>
        <Todo said={item.said} />
      </div>
    </li>
  );
}

function Todo({ said }: { readonly said: ReadinessItem['said'] }) {
  const todo: Partial<Record<ReadinessItem['said'], string>> = useRareWords().ready.todo;
  return todo[said] === undefined ? null : <p className="ready-todo">{todo[said]}</p>;
}

const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000 * MEGABYTE;

function figuresOf(
  { is }: ReadinessItem,
  till: TillReadiness,
  format: ShopFormat,
  app: string,
): readonly string[] {
  switch (is) {
    case 'people':
      return [format.count(till.people.able), format.count(till.people.all)];
    case 'lease':
      // A week ahead, so the day's name alone would read as today.
      return [format.dateTime(till.leaseUntil)];
    case 'catalogue':
      return [format.weekdayTime(till.catalogue.currentAt ?? 0)];
    case 'room':
      return [roomLeft(till, format)];
    case 'clock':
      return [`${format.count(Math.round(Math.abs(till.clock.offsetMs) / 1_000))} s`];
    case 'version':
      return [app];
    case 'scanner':
      return [format.weekdayTime(till.scannedAt ?? 0)];
    case 'journal':
    case 'copies':
    case 'key':
    case 'storage':
    case 'installed':
    case 'wakeLock':
      return [];
  }
}

function roomLeft({ room }: TillReadiness, format: ShopFormat): string {
  const left = Math.max(0, (room?.quota ?? 0) - (room?.used ?? 0));
  return left >= GIGABYTE
    ? `${format.count(Math.round(left / GIGABYTE))} GB`
    : `${format.count(Math.round(left / MEGABYTE))} MB`;
}
