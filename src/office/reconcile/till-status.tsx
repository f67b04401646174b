/** A till's day in one tag. */
import type { StripRun, TillDay } from '../../protocol/people-messages.ts';
import { Tag } from '../../ui/tag.tsx';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.reconcile.status;

export function TillStatus({ till }: { readonly till: TillDay }) {
  const { format } = useShop();
  switch (till.status) {
    case 'complete':
      return (
        <Tag tone="go" icon="check">
          {words.complete}
        </Tag>
      );
    case 'onTablet':
      return <Tag tone="here">{words.onTablet(format.count(till.onTablet.sales))}</Tag>;
    case 'unreadable':
      return (
        <Tag tone="mind" icon="unreadable">
          {words.unreadable(format.count(countOf(till, 'unreadable')))}
        </Tag>
      );
    case 'lost':
      return (
        <Tag tone="person" icon="warning">
          {lostWords(till, format)}
        </Tag>
      );
    case 'silent':
      return (
        <Tag tone="mind" icon="cloud-off">
          {till.lastHeardAt === null ? words.silent : words.silentSince(format.time(till.lastHeardAt))}
        </Tag>
      );
    case 'revoked':
      return (
        <Tag tone="person" icon="lock">
          {words.revoked}
        </Tag>
      );
    case 'open':
      return <Tag>{words.open}</Tag>;
    case 'notOpened':
      return <Tag>{words.notOpened}</Tag>;
  }
}

function countOf({ strip }: TillDay, is: StripRun['is']): number {
  return strip.filter((run) => run.is === is).reduce((sum, run) => sum + run.count, 0);
}

function lostWords(till: TillDay, format: ShopFormat): string {
  const count = countOf(till, 'lost');
  const only = till.strip.find((run) => run.is === 'lost');
  return count === 1 && only !== undefined ? words.lostOne(only.first) : words.lost(format.count(count));
}
