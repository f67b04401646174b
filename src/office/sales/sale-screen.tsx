/** One sale: the receipt as the customer has it, and the fact it comes from, down to the bytes. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { SaleDetail } from '../../protocol/people-messages.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { AnswerView } from '../answer-view.tsx';
import { saleQuery, type FactPlace } from '../ask/sale-query.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { officeWords } from '../words/office-words.ts';
import { FactPanel } from './fact-panel.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import './sales.css';

const words = officeWords.sale;

export function SaleScreen({ place }: { readonly place: FactPlace }) {
  const query = useQuery(saleQuery(place));
  const { to } = usePlace();
  return (
    <div className="office-page">
      <Link className="sale-back" href={to('/sales')}>
        <Icon name="back" size={20} />
        {words.back}
      </Link>
      {query.data === undefined && (
        <VisuallyHidden>
          <h1>{words.receipt}</h1>
        </VisuallyHidden>
      )}
      <AnswerView
        query={query}
        waiting={
          <Panel>
            <Skeleton lines={8} height={30} />
          </Panel>
        }
      >
        {(detail) => <Sale detail={detail} />}
      </AnswerView>
    </div>
  );
}

function Sale({ detail }: { readonly detail: SaleDetail }) {
  const { format } = useShop();
  const { row } = detail;
  const facts = [
    [words.till, row.tillName],
    [words.servedBy, row.staffName],
    [words.soldAt, format.moment(row.at)],
    [words.receivedAt, format.moment(row.receivedAt)],
  ];
  return (
    <>
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">{row.kind === 'refundGiven' ? words.refundOf : words.saleOf}</p>
          <h1>{row.receipt}</h1>
        </div>
        <p className="sale-total num">{format.money(row.gross)}</p>
      </header>
      {!row.posted && <Notice tone="mind">{words.unposted}</Notice>}
      <dl className="sale-about">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ReceiptPanel body={detail.body} />
      <FactPanel detail={detail} />
    </>
  );
}
