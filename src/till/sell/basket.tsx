/** The basket: what was rung up, what it comes to, and the one button that leads to the money. */
import { useLiveQuery } from 'dexie-react-hooks';
import { memo, useEffect, useRef } from 'react';
import type { PricedLine } from '../../domain/sale.ts';
import { countParked } from '../../local-db/count-parked.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useFormat, usePorts, useWords } from '../till-context.ts';
import { BasketLine } from './basket-line.tsx';
import { BasketSum } from './basket-sum.tsx';
import { itemCount, listedSum } from './basket-figures.ts';
import { UndoNotice } from './sell-notices.tsx';
import type { SellControl } from './use-sell.ts';

interface BasketProps {
  readonly sell: SellControl;
  /** On a phone the basket covers the products; this leads back. */
  readonly onHide: () => void;
}

export function Basket({ sell, onHide }: BasketProps) {
  const words = useWords().sell;
  return (
    <aside className="basket" aria-label={words.basket}>
      <BasketHead sell={sell} onHide={onHide} />
      {sell.state.returning !== null && <ReturningBanner reason={sell.state.returning} send={sell.send} />}
      <BasketLines
        lines={sell.state.priced.lines}
        active={sell.state.active}
        pricesIncludeTax={sell.context.terms.policy.tax.pricesIncludeTax}
        send={sell.send}
      />
      <UndoNotice sell={sell} />
      <BasketSum sell={sell} />
      <BasketNews sell={sell} />
    </aside>
  );
}

const UpdateNotice = latePart(
  async () => (await import('../ready/update-notice.tsx')).UpdateNotice,
  () => null,
);

function BasketHead({ sell, onHide }: BasketProps) {
  const { db } = usePorts();
  const words = useWords().sell;
  const format = useFormat();
  const { lines } = sell.state.sale;
  const count = itemCount(lines);
  const parked = useLiveQuery(() => countParked(db), [db]) ?? 0;
  return (
    <header className="basket-head">
      <IconButton className="basket-hide" icon="back" label={words.showProducts} onPress={onHide} />
      <h2>{count === 0 ? words.basket : words.items(format.count(count), count === 1)}</h2>
      {lines.length > 0 && (
        <Button
          variant="plain"
          icon="parked"
          onPress={() => {
            sell.send({ is: 'ask', asking: { is: 'park' } });
          }}
        >
          {words.park}
        </Button>
      )}
      {parked > 0 && (
        <Button
          variant="plain"
          icon={lines.length > 0 ? undefined : 'parked'}
          onPress={() => {
            sell.send({ is: 'ask', asking: { is: 'parked' } });
          }}
        >
          {words.parked(format.count(parked))}
        </Button>
      )}
      <IconButton
        icon="more"
        label={words.menu}
        onPress={() => {
          sell.send({ is: 'ask', asking: { is: 'menu' } });
        }}
      />
    </header>
  );
}

interface ReturningBannerProps {
  readonly reason: string;
  readonly send: SellControl['send'];
}

function ReturningBanner({ reason, send }: ReturningBannerProps) {
  const words = useWords().sell;
  return (
    <div className="returning" role="status">
      <div>
        <strong>{words.returning}</strong>
        <span>{words.returningLead(reason)}</span>
      </div>
      <Button
        size="small"
        onPress={() => {
          send({ is: 'stopReturning' });
        }}
      >
        {words.stopReturning}
      </Button>
    </div>
  );
}

interface BasketLinesProps {
  readonly lines: readonly PricedLine[];
  readonly active: number | null;
  readonly pricesIncludeTax: boolean;
  readonly send: SellControl['send'];
}

/** Typing in the scan box draws none of the lines again. */
const BasketLines = memo(function BasketLines({ lines, active, pricesIncludeTax, send }: BasketLinesProps) {
  const words = useWords().sell;
  const list = useRef<HTMLUListElement>(null);
  // The line that changed is brought into sight; scrolling is the list's, not React's. With the frame: by then all else has its place.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [active, lines]);
  if (lines.length === 0) {
    return (
      <>
        <UpdateNotice />
        <EmptyState className="basket-empty" icon="basket" title={words.empty}>
          {words.emptyLead}
        </EmptyState>
      </>
    );
  }
  return (
    <ul ref={list} className="basket-lines" aria-label={words.lines}>
      {lines.map((line) => (
        <BasketLine
          key={line.line}
          line={line}
          isActive={line.line === active}
          pricesIncludeTax={pricesIncludeTax}
          send={send}
        />
      ))}
    </ul>
  );
});

/** Says each new line and the total, for those who listen instead of look. */
function BasketNews({ sell }: { readonly sell: SellControl }) {
  const words = useWords().sell;
  const format = useFormat();
  const { priced, active } = sell.state;
  const line = priced.lines.find((one) => one.line === active);
  if (line === undefined) return null;
  const sum = format.money(listedSum(line, sell.context.terms.policy.tax.pricesIncludeTax));
  const many = format.quantity(line.quantity, line.unit);
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{words.live(many, line.name, sum, format.money(priced.totals.gross))}</VisuallyHidden>
    </div>
  );
}
