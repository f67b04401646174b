/** The rates to look over, and how prices are meant. */
import { useState } from 'react';
import type { SetUpTax } from '../../protocol/set-up-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TaxesPanel } from '../catalogue/taxes-panel.tsx';
import { SegmentsField } from '../segments-field.tsx';
import type { StepProps } from './step-props.ts';
import { setUpWords } from './set-up-words.ts';
import '../catalogue/catalogue.css';

const words = setUpWords.tax;

export function TaxStep({ setUp, desk, goOn }: StepProps) {
  const [prices, setPrices] = useState<'with' | 'without'>(setUp.tax.pricesIncludeTax ? 'with' : 'without');
  const [rounding, setRounding] = useState<SetUpTax['rounding']>(setUp.tax.rounding);
  const isDisabled = setUp.tax.isFixed;
  const save = () =>
    desk.change({ path: 'tax', body: { pricesIncludeTax: prices === 'with', rounding } }, goOn);
  return (
    <>
      <TaxesPanel />
      <Panel>
        <div className="set-up-form">
          <SegmentsField
            label={words.prices}
            options={[
              { value: 'with', label: words.with, isDisabled },
              { value: 'without', label: words.without, isDisabled },
            ]}
            value={prices}
            onChange={setPrices}
          />
          <SegmentsField
            label={words.rounding}
            options={[
              { value: 'perLine', label: words.perLine, isDisabled },
              { value: 'perReceipt', label: words.perReceipt, isDisabled },
            ]}
            value={rounding}
            onChange={setRounding}
          />
          {isDisabled && <p className="office-soft">{words.fixed}</p>}
          <div className="set-up-buttons">
            <Button variant="go" onPress={save} isPending={desk.isSaving}>
              {words.go}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  );
}
