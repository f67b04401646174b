/** What the file's words for taxes mean here, and where new products go whose row says nothing. */
import { useState } from 'react';
import { taxRateOn } from '../../domain/tax-rate.ts';
import type { TaxClass } from '../../protocol/catalogue-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ChoiceField } from '../catalogue/choice-field.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { importWords } from './import-words.ts';
import { guessTax } from './guess-tax.ts';
import type { Meaning, ProductImport, ReadChosen } from './use-product-import.ts';

const words = importWords.meaning;
const AS_OTHERS = '';

interface MeaningPanelProps {
  readonly chosen: ReadChosen;
  readonly classes: readonly TaxClass[];
  readonly categories: readonly string[];
  readonly importing: ProductImport;
}

export function MeaningPanel({ chosen, classes, categories, importing }: MeaningPanelProps) {
  const { shop, format } = useShop();
  const rated = classes.flatMap(({ id, rates }) => {
    const rate = taxRateOn(rates, id, shop.today);
    return rate === null ? [] : [{ id, rate }];
  });
  const [taxes, setTaxes] = useState<Meaning['taxes']>(() =>
    Object.fromEntries(chosen.read.taxWords.flatMap(({ word }) => wordMeans(word, guessTax(word, rated)))),
  );
  const [tax, setTax] = useState(() => guessTax('taxed', rated) ?? '');
  const [category, setCategory] = useState(categories[0] ?? words.newCategory);
  const classOptions = rated.map(({ id, rate }) => ({
    value: id,
    label: officeWords.product.taxClass(id, format.rate(rate)),
  }));
  const compare = () =>
    importing.compare(chosen, { taxes, otherwise: { category, tax: { is: 'single', class: tax } } });
  const rows = chosen.read.rows;
  return (
    <Panel title={words.title} note={chosen.name}>
      <div className="import-steps">
        <Found chosen={chosen} />
        <div className="import-columns">
          {chosen.read.taxWords.map(({ word, count }) => (
            <ChoiceField
              key={word}
              label={words.tax(word, format.count(count), count)}
              value={taxes[word] ?? AS_OTHERS}
              options={[{ value: AS_OTHERS, label: words.asOthers }, ...classOptions]}
              onChange={(chosenClass) => setTaxes(withTax(taxes, word, chosenClass))}
            />
          ))}
          <ChoiceField label={words.otherwiseTax} value={tax} options={classOptions} onChange={setTax} />
          <ChoiceField
            label={words.otherwiseCategory}
            value={category}
            options={[...new Set([...categories, words.newCategory])].map((name) => ({
              value: name,
              label: name,
            }))}
            onChange={setCategory}
          />
        </div>
        <div className="import-buttons">
          <Button onPress={importing.startOver}>{importWords.preview.another}</Button>
          <Button onPress={() => importing.mapByHand(chosen)}>
            {chosen.source === 'mapped' ? words.otherColumns : importWords.columns.change}
          </Button>
          <Button variant="go" onPress={compare} isDisabled={rows === 0 || tax === ''}>
            {words.look}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Found({ chosen: { source, opened, read } }: { readonly chosen: ReadChosen }) {
  const { format } = useShop();
  const found = [
    words.found(format.count(read.rows), read.rows),
    ...(read.variants > 0 ? [words.variants(format.count(read.variants))] : []),
    ...(read.archived > 0 ? [words.archived(format.count(read.archived), read.archived)] : []),
  ];
  const title =
    source === 'mapped'
      ? importWords.columns.unknown(format.count(opened.rows), opened.rows)
      : importWords.columns.recognised(importWords.sources[source], format.count(opened.rows), opened.rows);
  return (
    <Notice tone={read.rows === 0 ? 'mind' : 'go'} role="status" title={title}>
      {read.rows === 0 ? words.none : `${found.join(' · ')}.`}
    </Notice>
  );
}

function wordMeans(word: string, taxClass: string | null): [string, string][] {
  return taxClass === null ? [] : [[word, taxClass]];
}

function withTax(taxes: Meaning['taxes'], word: string, taxClass: string): Meaning['taxes'] {
  const { [word]: _, ...others } = taxes;
  return taxClass === AS_OTHERS ? others : { ...others, [word]: taxClass };
}
