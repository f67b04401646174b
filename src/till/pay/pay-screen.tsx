/** Taking the money, or giving it back: the sum, the two ways, and one tap for what people really hand over. */
import { money } from '../../domain/money.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusPill } from '../status/status-pill.tsx';
import { useFormat, useWords } from '../till-context.ts';
import { useArrival } from '../use-arrival.ts';
import { CardPanel } from './card-panel.tsx';
import { CashBackPanel, CashPanel } from './cash-panel.tsx';
import { FinishPanel } from './finish-panel.tsx';
import { PaidParts } from './paid-parts.tsx';
import { dueNow } from './pay-state.ts';
import { useHeldScan } from './use-held-scan.ts';
import { usePay, type PayControl, type PayProps } from './use-pay.ts';
import { usePayKeys, WAY_KEYS } from './use-pay-keys.ts';
import './pay.css';

export function PayScreen(props: PayProps) {
  const words = useWords().pay;
  const pay = usePay(props);
  const due = dueNow(pay.state, pay.context);
  useHeldScan(props.desk, pay);
  usePayKeys(pay, due);
  return (
    <div className="pay">
      <header className="pay-bar">
        <Button
          variant="plain"
          size="large"
          icon="back"
          isDisabled={pay.state.stage.is !== 'taking'}
          onPress={pay.back}
          aria-label={words.back}
        >
          <span className="pay-back">{words.back}</span>
          <span className="pay-back-short">{words.backShort}</span>
        </Button>
        <StatusPill />
      </header>
      <section className="pay-due-side" aria-label={words.title}>
        <Due pay={pay} due={due} />
        <PaidParts pay={pay} />
      </section>
      <main className="pay-ways-side">
        <Panel pay={pay} due={due} />
      </main>
    </div>
  );
}

interface PartProps {
  readonly pay: PayControl;
  /** Above zero is to pay, below zero to give back. */
  readonly due: number;
}

function Due({ pay, due }: PartProps) {
  const words = useWords().pay;
  const format = useFormat();
  const sum = format.money(money(Math.abs(due)));
  const heading = useArrival();
  const isPart = pay.state.tenders.length > 0;
  const label = due < 0 ? words.toGiveBackLabel : isPart ? words.stillLabel : words.toPayLabel;
  return (
    <h1 ref={heading} tabIndex={-1} className="pay-due">
      <span>{label}</span> <b data-long={sum.length > 8 || undefined}>{sum}</b>
    </h1>
  );
}

function Panel({ pay, due }: PartProps) {
  if (due === 0) return <FinishPanel pay={pay} />;
  return (
    <>
      <Ways pay={pay} />
      <WayPanel pay={pay} due={due} />
    </>
  );
}

function WayPanel({ pay, due }: PartProps) {
  if (pay.state.way === 'card') return <CardPanel pay={pay} />;
  return due < 0 ? <CashBackPanel pay={pay} /> : <CashPanel pay={pay} />;
}

const WAYS = ['cash', 'card'] as const;

function Ways({ pay }: { readonly pay: PayControl }) {
  const words = useWords().pay;
  return (
    <div className="pay-ways" role="group" aria-label={words.ways}>
      {WAYS.map((way) => (
        <button
          key={way}
          type="button"
          aria-pressed={pay.state.way === way}
          aria-label={words[way]}
          aria-keyshortcuts={WAY_KEYS[way]}
          disabled={pay.state.stage.is !== 'taking'}
          onClick={() => {
            pay.send({ is: 'way', way });
          }}
        >
          <span>
            <Icon name={way} size={24} /> {words[way]}
          </span>
          {way === 'card' && <small>{words.cardNote}</small>}
        </button>
      ))}
    </div>
  );
}
