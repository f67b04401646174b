/** What customers take home, looked at and printed before one of them does. */
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { printReceipt } from '../../ui/receipt/print-receipt.ts';
import { chooseRollWidth, listenToRollWidth, rollWidth } from '../../ui/receipt/roll-width.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { testReceiptQuery } from '../ask/set-up-query.ts';
import { SegmentsField } from '../segments-field.tsx';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import type { StepProps } from './step-props.ts';
import { setUpWords } from './set-up-words.ts';
import { TestReceiptPaper } from './test-receipt.tsx';

const words = setUpWords.receipt;

export function ReceiptStep({ setUp, desk, goOn }: StepProps) {
  const { shop } = useShop();
  const place = usePlace();
  const receipt = useQuery(testReceiptQuery(shop.id));
  const roll = useSyncExternalStore(listenToRollWidth, rollWidth);
  const isDone = setUp.steps.some(({ step, is }) => step === 'receipt' && is === 'done');
  const right = () => desk.change({ path: 'step', body: { step: 'receipt', said: 'done' } }, goOn);
  return (
    <Panel>
      <div className="set-up-receipt">
        <div className="set-up-paper">
          <AnswerView query={receipt} waiting={<Skeleton lines={12} height={18} />}>
            {(made) => (
              <article className="receipt-on-roll" data-roll={roll} aria-label={words.paper}>
                <TestReceiptPaper made={made} at={receipt.dataUpdatedAt} />
              </article>
            )}
          </AnswerView>
        </div>
        <div className="set-up-form">
          <ul className="set-up-how">
            {words.check.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
          <p>
            <Link className="office-link" href={place.to('/set-up/business')}>
              {words.fixBusiness}
            </Link>
          </p>
          <p>
            <Link className="office-link" href={place.to('/set-up/shop')}>
              {words.fixShop}
            </Link>
          </p>
          <SegmentsField<'80' | '58'>
            label={words.roll}
            options={[
              { value: '80', label: words.millimetres('80') },
              { value: '58', label: words.millimetres('58') },
            ]}
            value={roll === 58 ? '58' : '80'}
            onChange={(chosen) => chooseRollWidth(chosen === '58' ? 58 : 80)}
          />
          <div className="set-up-buttons">
            <Button icon="printer" onPress={printReceipt} isDisabled={receipt.data === undefined}>
              {words.print}
            </Button>
            {!isDone && (
              <Button variant="go" onPress={right} isPending={desk.isSaving}>
                {words.right}
              </Button>
            )}
          </div>
        </div>
      </div>
    </Panel>
  );
}
