/** What customers take home, to be printed where the till's printer stands and looked over. */
import { Link } from 'wouter';
import type { SetUp } from '../../protocol/set-up-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import type { StepProps } from './step-props.ts';
import { setUpWords } from './set-up-words.ts';

const words = setUpWords.receipt;
/** One whole unit of a currency of two digits; no more than a number to see on paper. */
const SAMPLE = 100;

export function ReceiptStep({ setUp, desk, goOn }: StepProps) {
  const place = usePlace();
  const isDone = setUp.steps.some(({ step, is }) => step === 'receipt' && is === 'done');
  const right = () => desk.change({ path: 'step', body: { step: 'receipt', said: 'done' } }, goOn);
  return (
    <Panel>
      <div className="set-up-receipt">
        <TestReceipt setUp={setUp} />
        <div className="set-up-form">
          <ul className="set-up-how">
            {words.check.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
          <Link className="office-link" href={place.to('/set-up/business')}>
            {words.fix}
          </Link>
          <div className="set-up-buttons">
            <Button icon="printer" onPress={() => globalThis.print()}>
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

function TestReceipt({ setUp: { business, shop } }: { readonly setUp: SetUp }) {
  const { format } = useShop();
  return (
    <article className="set-up-paper" aria-label={words.paper}>
      <p className="set-up-paper-name">{business.name}</p>
      {[...(shop.name === business.name ? [] : [shop.name]), ...shop.address].map((line) => (
        <p key={line}>{line}</p>
      ))}
      {business.vatNumber !== '' && <p>{words.vat(business.vatNumber)}</p>}
      <p className="set-up-paper-test">{words.heading}</p>
      <dl className="num">
        <dt>{words.sample}</dt>
        <dd>{format.money(SAMPLE)}</dd>
        <dt className="set-up-paper-total">{words.total}</dt>
        <dd className="set-up-paper-total">{format.money(SAMPLE)}</dd>
      </dl>
    </article>
  );
}
