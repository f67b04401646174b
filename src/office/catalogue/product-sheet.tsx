/** One product to enter or to change: what the till calls it, how it scans, what it costs from when, and its tax. */
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Product } from '../../domain/catalogue.ts';
import type { TaxClass, Tiles } from '../../protocol/catalogue-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { BarcodesField } from './barcodes-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import {
  draftOfProduct,
  emptyDraft,
  readDraft,
  type DraftFault,
  type ProductDraft,
  type ProductTerms,
} from './product-draft.ts';
import { ProductPrices } from './product-prices.tsx';
import { ProductTaxFields } from './product-tax-fields.tsx';
import { useProductChange } from './use-product-change.ts';

const words = officeWords.product;
const NAME_LENGTH_MAX = 200;
const CODE_LENGTH_MAX = 64;

export interface ProductSheetProps {
  /** Null: a new one. */
  readonly product: Product | null;
  readonly categories: Tiles['categories'];
  readonly taxClasses: readonly TaxClass[];
  readonly onClose: () => void;
}

export function ProductSheet({ product, categories, taxClasses, onClose }: ProductSheetProps) {
  const { shop } = useShop();
  const terms = {
    today: shop.today,
    digits: shop.currency.digits,
    taxClasses: taxClasses.map(({ id }) => id),
  };
  const [draft, setDraft] = useState(() => begin(product, categories, terms));
  const [fault, setFault] = useState<DraftFault | null>(null);
  const [id] = useState(() => product?.id ?? uuidv7());
  const changing = useProductChange(onClose);
  const change = (part: Partial<ProductDraft>) => {
    setDraft({ ...draft, ...part });
    setFault(null);
  };
  const save = () => {
    if (changing.isSaving) return;
    const read = readDraft(draft, id, product, terms);
    if (read.is === 'fault') setFault(read.fault);
    else changing.send({ before: product, after: read.product });
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={product === null ? words.newTitle : words.title(product.name)}
      place="side"
      footer={
        <div className="product-buttons">
          {product !== null && (
            <Button
              className="product-retire"
              onPress={() => changing.send({ before: product, after: null })}
            >
              {words.retire}
            </Button>
          )}
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="go" onPress={save} isPending={changing.isSaving}>
            {words.save}
          </Button>
        </div>
      }
    >
      <form
        className="product-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <ProductFields {...{ draft, change, fault, categories, taxClasses }} />
        {changing.failure !== null && (
          <Notice tone="mind" role="alert">
            {words.failed[changing.failure]}
          </Notice>
        )}
      </form>
    </Sheet>
  );
}

function begin(product: Product | null, categories: Tiles['categories'], terms: ProductTerms): ProductDraft {
  if (product !== null) return draftOfProduct(product, terms);
  return emptyDraft(categories[0]?.category.id ?? '', terms);
}

interface ProductFieldsProps extends Pick<ProductSheetProps, 'categories' | 'taxClasses'> {
  readonly draft: ProductDraft;
  readonly change: (part: Partial<ProductDraft>) => void;
  readonly fault: DraftFault | null;
}

function ProductFields({ draft, change, fault, categories, taxClasses }: ProductFieldsProps) {
  const wrong = (...faults: DraftFault[]) =>
    fault !== null && faults.includes(fault) ? words.faults[fault] : undefined;
  return (
    <>
      <Field
        label={words.name}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={wrong('noName')}
        maxLength={NAME_LENGTH_MAX}
        autoComplete="off"
        autoFocus
      />
      <ChoiceField
        label={words.category}
        value={draft.category}
        options={categories.map(({ category: { id, name } }) => ({ value: id, label: name }))}
        onChange={(category) => change({ category })}
      />
      <ProductPrices draft={draft} change={change} wrong={wrong} />
      <BarcodesField
        value={draft.barcodes}
        onChange={(barcodes) => change({ barcodes })}
        error={wrong('sameBarcodeTwice')}
      />
      <Field
        label={words.sku}
        description={words.skuHelp}
        value={draft.sku}
        onChange={(sku) => change({ sku })}
        maxLength={CODE_LENGTH_MAX}
        autoComplete="off"
      />
      <ProductTaxFields
        tax={draft.tax}
        taxClasses={taxClasses}
        onChange={(tax) => change({ tax })}
        error={wrong('noRateForTax')}
      />
      <Field
        label={words.variantOf}
        description={words.variantOfHelp}
        value={draft.variantOf}
        onChange={(variantOf) => change({ variantOf })}
        maxLength={NAME_LENGTH_MAX}
        autoComplete="off"
      />
      <Field
        label={words.options}
        description={words.optionsHelp}
        value={draft.options}
        onChange={(options) => change({ options })}
        error={wrong('variantIncomplete')}
        maxLength={NAME_LENGTH_MAX}
        autoComplete="off"
      />
      <Field
        label={words.minimumAge}
        description={words.minimumAgeHelp}
        value={draft.minimumAge}
        onChange={(minimumAge) => change({ minimumAge })}
        error={wrong('ageWrong')}
        inputMode="numeric"
        autoComplete="off"
      />
    </>
  );
}
