/** A first sale: for practice, as its owner says, or a real one, as it arrives. */
import { Link } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import type { StepProps } from './step-props.ts';
import { setUpWords } from './set-up-words.ts';

const words = setUpWords.sale;

export function SaleStep({ setUp, desk, goOn }: StepProps) {
  const { format } = useShop();
  const place = usePlace();
  const { sales } = setUp.counts;
  const isDone = setUp.steps.some(({ step, is }) => step === 'sale' && is === 'done');
  const practised = () => desk.change({ path: 'step', body: { step: 'sale', said: 'done' } }, goOn);
  return (
    <>
      {sales > 0 && (
        <Notice tone="go" role="status">
          {words.seen(format.count(sales), sales)}{' '}
          <Link className="office-link" href={place.to('/sales')}>
            {words.look}
          </Link>
        </Notice>
      )}
      <Panel>
        <div className="set-up-form">
          <ol className="set-up-how">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {!isDone && (
            <div className="set-up-buttons">
              <Button variant="go" onPress={practised} isPending={desk.isSaving}>
                {words.said}
              </Button>
            </div>
          )}
        </div>
      </Panel>
    </>
  );
}
