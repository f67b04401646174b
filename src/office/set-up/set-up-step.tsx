/** One step: what it is, what is still missing, its own part, and the way on. */
import type { ReactNode } from 'react';
import { SAYABLE, SET_UP_STEPS, type SetUpStep } from '../../protocol/set-up-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useShop } from '../shop-context.ts';
import { BusinessStep } from './business-step.tsx';
import { ProductsStep } from './products-step.tsx';
import { ReceiptStep } from './receipt-step.tsx';
import { SaleStep } from './sale-step.tsx';
import { setUpWords as words } from './set-up-words.ts';
import { ShopStep } from './shop-step.tsx';
import { StaffStep } from './staff-step.tsx';
import type { StepProps } from './step-props.ts';
import { TaxStep } from './tax-step.tsx';
import { TillStep } from './till-step.tsx';

const PARTS: Readonly<Record<SetUpStep, (props: StepProps) => ReactNode>> = {
  business: BusinessStep,
  shop: ShopStep,
  products: ProductsStep,
  tax: TaxStep,
  staff: StaffStep,
  till: TillStep,
  receipt: ReceiptStep,
  sale: SaleStep,
};

export function SetUpStepView({ step, ...props }: StepProps & { readonly step: SetUpStep }) {
  const { format } = useShop();
  const { setUp, desk, goOn } = props;
  const Part = PARTS[step];
  const state = setUp.steps.find((one) => one.step === step)?.is ?? 'open';
  const say = (said: 'skipped' | 'open') =>
    desk.change({ path: 'step', body: { step, said } }, said === 'open' ? undefined : goOn);
  return (
    <section className="set-up-step" aria-labelledby="set-up-title">
      <header className="set-up-head">
        <p className="office-soft num">
          {words.of(format.count(SET_UP_STEPS.indexOf(step) + 1), format.count(SET_UP_STEPS.length))}
        </p>
        <h2 id="set-up-title" tabIndex={-1}>
          {words.titles[step]}
        </h2>
        <p className="set-up-lead">{words.leads[step]}</p>
        {state === 'open' && (
          <p className="set-up-missing">
            <Icon name="info" size={18} /> {words.missing[step]}
          </p>
        )}
      </header>
      {state === 'skipped' && (
        <Notice
          action={
            <Button size="small" onPress={() => say('open')} isPending={desk.isSaving}>
              {words.takeBack}
            </Button>
          }
        >
          {words.isSkipped}
        </Notice>
      )}
      <Part {...props} />
      {desk.failure !== null && (
        <Notice tone="mind" role="alert">
          {words.failed[desk.failure]}
        </Notice>
      )}
      {SAYABLE[step].includes('skipped') && (
        <footer className="set-up-buttons">
          {state === 'open' && (
            <Button variant="plain" onPress={() => say('skipped')} isPending={desk.isSaving}>
              {step === 'staff' ? words.staff.alone : words.skip}
            </Button>
          )}
          {state !== 'open' && (
            <Button variant="go" onPress={() => goOn(setUp)}>
              {words.next}
            </Button>
          )}
        </footer>
      )}
    </section>
  );
}
