/** What Sell has to say: a code nobody knows, a change that was refused, something that can be undone. */
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { ShopFormat } from '../shop-format.ts';
import { useFormat, useWords } from '../till-context.ts';
import type { TillWords } from '../words/en.ts';
import type { SellNotice } from './sell-state.ts';
import type { SellControl } from './use-sell.ts';

/** Lies over the products, so that nothing below a finger moves. */
export function ScanNotice({ sell }: { readonly sell: SellControl }) {
  const words = useWords();
  const format = useFormat();
  const { notice } = sell.state;
  const said = notice === null ? null : noticeWords(notice, words, format);
  if (said === null) return null;
  return (
    <Notice className="sell-notice" tone="mind" icon="warning" role="alert">
      <strong>{said}</strong>
    </Notice>
  );
}

export function UndoNotice({ sell }: { readonly sell: SellControl }) {
  const words = useWords().sell;
  const { notice } = sell.state;
  if (notice?.is !== 'removed' && notice?.is !== 'emptied') return null;
  const said =
    notice.is === 'removed' ? words.removed(notice.line.name) : words.emptied(notice.sale.lines.length);
  return (
    <div className="undo-notice" role="status">
      <span>{said}</span>
      <Button
        size="small"
        icon="undo"
        onPress={() => {
          sell.send({ is: 'undo' });
        }}
      >
        {words.undo}
      </Button>
    </div>
  );
}

function noticeWords(notice: SellNotice, words: TillWords, format: ShopFormat): string | null {
  switch (notice.is) {
    case 'unknownCode':
      return words.sell.unknownCode(notice.code);
    case 'severalHaveCode':
      return words.sell.severalHaveCode(notice.code);
    case 'pastUseBy':
      return words.sell.pastUseBy(notice.product, format.day(notice.day));
    case 'refused':
      return words.refused[notice.refusal.code];
    case 'changedElsewhere':
      return words.pay.changedElsewhere;
    case 'pricedAnew':
      return words.sell.pricedAnew(format.day(notice.day), format.money(notice.was));
    case 'notSaved':
      return words.notSaved[notice.why];
    case 'receiptNumber':
    case 'removed':
    case 'emptied':
      return null;
  }
}
