/** A product's tax: one class, or one for eating in and one for taking away. */
import { taxRateOn } from '../../domain/tax-rate.ts';
import type { ProductTax } from '../../domain/catalogue.ts';
import type { TaxClass } from '../../protocol/catalogue-messages.ts';
import { Switch } from '../../ui/switch.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { ChoiceField } from './choice-field.tsx';

const words = officeWords.product;

interface ProductTaxFieldsProps {
  readonly tax: ProductTax;
  readonly taxClasses: readonly TaxClass[];
  readonly onChange: (tax: ProductTax) => void;
  readonly error: string | undefined;
}

export function ProductTaxFields({ tax, taxClasses, onChange, error }: ProductTaxFieldsProps) {
  const { shop, format } = useShop();
  const options = taxClasses.map(({ id, rates }) => {
    const rate = taxRateOn(rates, id, shop.today);
    return { value: id, label: rate === null ? id : words.taxClass(id, format.rate(rate)) };
  });
  return (
    <>
      <Switch
        label={words.byPlace}
        description={words.byPlaceHelp}
        isOn={tax.is === 'byPlace'}
        onChange={(isOn) => onChange(isOn ? bothOf(tax) : singleOf(tax))}
      />
      {tax.is === 'single' ? (
        <ChoiceField
          label={words.tax}
          value={tax.class}
          options={options}
          onChange={(taxClass) => onChange({ is: 'single', class: taxClass })}
        />
      ) : (
        <>
          <ChoiceField
            label={words.eatIn}
            value={tax.eatIn}
            options={options}
            onChange={(eatIn) => onChange({ ...tax, eatIn })}
          />
          <ChoiceField
            label={words.takeAway}
            value={tax.takeAway}
            options={options}
            onChange={(takeAway) => onChange({ ...tax, takeAway })}
          />
        </>
      )}
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}

function bothOf(tax: ProductTax): ProductTax {
  return tax.is === 'byPlace' ? tax : { is: 'byPlace', eatIn: tax.class, takeAway: tax.class };
}

function singleOf(tax: ProductTax): ProductTax {
  return tax.is === 'single' ? tax : { is: 'single', class: tax.eatIn };
}
