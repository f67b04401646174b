/** An outage in one or two sentences, true to what is known: when, who sold on, whether it is all here. */
import type { OutageWindow } from '../../protocol/people-messages.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.reconcile.outages;

/** @param stillOnTablets receipts of the day that are on a tablet, as last reported. */
export function outageWords(outage: OutageWindow, stillOnTablets: number, format: ShopFormat): string {
  const { capability, from, until } = outage;
  const what = words.capability[capability];
  const when =
    until === null
      ? words.is(what, format.time(from))
      : words.was(what, format.time(from), format.time(until));
  return [when, soldWords(outage, format), receivedWords(outage, stillOnTablets, format)]
    .filter(Boolean)
    .join(' ');
}

function soldWords({ tills, sales, value }: OutageWindow, format: ShopFormat): string {
  if (sales === 0) return words.nothingSold;
  return words.soldOn(format.count(tills), tills, format.count(sales), sales, format.money(value));
}

function receivedWords({ lastReceivedAt }: OutageWindow, stillOnTablets: number, format: ShopFormat): string {
  if (lastReceivedAt === null) return '';
  const time = format.time(lastReceivedAt);
  return stillOnTablets === 0 ? words.allReceived(time) : words.lastOneReceived(time);
}

/** The one that lasted longest; one that still lasts is longer than any other. */
export function longestOutage(outages: readonly OutageWindow[]): OutageWindow | null {
  const length = ({ from, until }: OutageWindow) => (until === null ? Infinity : until - from);
  return outages.reduce<OutageWindow | null>(
    (longest, outage) => (longest === null || length(outage) > length(longest) ? outage : longest),
    null,
  );
}
