/** A first sale: for practice, as its owner says, or a real one, as it arrives. */
import { Link } from 'wouter';
import type { SetUp } from '../../protocol/set-up-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { saleAddress } from '../sales/sale-address.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import type { StepProps } from './step-props.ts';
import { setUpWords } from './set-up-words.ts';

const words = setUpWords.sale;

export function SaleStep({ setUp, desk, goOn }: StepProps) {
  const { format } = useShop();
  const place = usePlace();
  const { firstSale, counts } = setUp;
  const { sales } = counts;
  const isDone = setUp.steps.some(({ step, is }) => step === 'sale' && is === 'done');
  const practised = () => desk.change({ path: 'step', body: { step: 'sale', said: 'done' } }, goOn);
  return (
    <>
      {sales > 0 && (
        <Notice tone="go" role="status">
          {words.seen(format.count(sales), sales)} {firstSale !== null && <FirstSale sale={firstSale} />}{' '}
          <Link
            className="office-link"
            href={place.to(firstSale === null ? '/sales' : saleAddress(firstSale))}
          >
            {firstSale === null ? words.look : words.lookFirst}
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
            <>
              <p className="office-soft">{words.practiceStays}</p>
              <div className="set-up-buttons">
                <Button variant="go" onPress={practised} isPending={desk.isSaving}>
                  {words.said}
                </Button>
              </div>
            </>
          )}
        </div>
      </Panel>
    </>
  );
}

function FirstSale({ sale }: { readonly sale: NonNullable<SetUp['firstSale']> }) {
  const { format } = useShop();
  const { gross, receipt, tillName, staffName, at } = sale;
  return words.first(format.money(gross), receipt, tillName, staffName, format.moment(at));
}
