/** *Wrong payment?*: it was card, or it was cash. No PIN while the shift of the receipt is open; the sale itself stays. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Payment } from '../../domain/correct-payment.ts';
import type { Tender } from '../../domain/sale.ts';
import { correctPayment, paymentOf } from '../../local-db/correct-payment.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useActWords } from '../act-words.ts';
import { usePorts, useWords, type Person } from '../till-context.ts';
import './wrong-payment.css';

export interface WrongPaymentProps {
  /** As it was receipted. */
  readonly receipt: RecordedReceipt;
  readonly clerk: Person;
  /** Its shift is still open; later the office corrects it. */
  readonly canCorrect: boolean;
  /** How it is paid as known now: at once, and after each correction. */
  readonly onPayment: (payment: Payment) => void;
}

export function WrongPayment(props: WrongPaymentProps) {
  const words = useActWords().payment;
  const payment = usePayment(props);
  const [isAsking, setAsking] = useState(false);
  if (payment === undefined || payment.tenders.length === 0) return null;
  const isCorrected = payment.tenders !== props.receipt.body.tenders;
  return (
    <div className="wrong-payment">
      {isCorrected && <span className="wrong-payment-done">{words.corrected}</span>}
      {props.canCorrect && (
        <Button
          variant="plain"
          onPress={() => {
            setAsking(true);
          }}
        >
          {words.wrong}
        </Button>
      )}
      {isAsking && (
        <WrongPaymentSheet
          {...props}
          payment={payment}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}

function usePayment({ receipt, onPayment }: WrongPaymentProps): Payment | undefined {
  const { db } = usePorts();
  const payment = useLiveQuery(() => paymentOf(db, receipt), [db, receipt]);
  const tell = useEffectEvent(onPayment);
  // The journal is the truth, and it is not React's.
  useEffect(() => {
    if (payment !== undefined) tell(payment);
  }, [payment]);
  return payment;
}

type Stopped = Exclude<Awaited<ReturnType<typeof correctPayment>>, { is: 'recorded' }>;

interface WrongPaymentSheetProps extends WrongPaymentProps {
  readonly payment: Payment;
  readonly onClose: () => void;
}

const WAYS = ['card', 'cash'] as const;

function WrongPaymentSheet({ receipt, clerk, payment, onClose }: WrongPaymentSheetProps) {
  const words = useActWords().payment;
  const { db, actingAs } = usePorts();
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const correct = (to: Tender['is']) => {
    void correctPayment(db, { sale: receipt.body.sale, to }, actingAs(clerk.id)).then((outcome) => {
      if (outcome.is === 'recorded') onClose();
      else setStopped(outcome);
    });
  };
  return (
    <Sheet isOpen size="narrow" title={words.title} onClose={onClose}>
      <div className="wrong-payment-ways">
        {WAYS.filter((way) => payment.tenders.some((tender) => tender.is !== way)).map((way) => (
          <Button
            key={way}
            isWide
            size="charge"
            icon={way}
            onPress={() => {
              correct(way);
            }}
          >
            {words[way]}
          </Button>
        ))}
        <p>{words.lead}</p>
        <StoppedNotice stopped={stopped} />
      </div>
    </Sheet>
  );
}

function StoppedNotice({ stopped }: { readonly stopped: Stopped | null }) {
  const words = useWords();
  if (stopped === null) return null;
  return (
    <Notice tone="mind" icon="warning" role="alert">
      {stopped.is === 'refused' ? words.refused[stopped.code] : words.notSaved[stopped.why]}
    </Notice>
  );
}
