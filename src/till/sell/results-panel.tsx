/** What was found for the text in the scan box, in place of the tiles. */
import { memo } from 'react';
import { priceOn, type Product } from '../../domain/catalogue.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useWords } from '../till-context.ts';
import type { Results } from './use-results.ts';
import type { SearchAnswer } from './sell-state.ts';
import { usePriceWords } from './use-price-words.ts';
import type { SellControl } from './use-sell.ts';

interface ResultsPanelProps {
  readonly id: string;
  readonly results: Results;
  readonly sell: SellControl;
}

export function ResultsPanel({ id, results, sell }: ResultsPanelProps) {
  const { answer } = results;
  return answer === null ? (
    <Searching />
  ) : (
    <Answer id={id} answer={answer} marked={results.marked} sell={sell} />
  );
}

/** Only in the moments after a start, while the products are being made ready. */
function Searching() {
  const words = useWords().sell;
  return (
    <div className="results results-searching" role="status">
      <Spinner label={words.searching} />
      <p>{words.searching}</p>
    </div>
  );
}

interface AnswerProps extends Omit<ResultsPanelProps, 'results'> {
  readonly answer: SearchAnswer;
  readonly marked: number | null;
}

function Answer({ id, answer, marked, sell }: AnswerProps) {
  const words = useWords().sell;
  return (
    <div className="results" tabIndex={0}>
      <ResultsHead answer={answer} sell={sell} />
      {answer.products.length === 0 && (
        <EmptyState icon="search" title={words.noResults(answer.text)}>
          {words.noResultsLead}
        </EmptyState>
      )}
      <ul id={id} role="listbox" aria-label={words.results}>
        {answer.products.map((product, place) => (
          <Result
            key={product.id}
            id={`${id}-${place}`}
            product={product}
            isMarked={place === marked}
            sell={sell}
          />
        ))}
      </ul>
    </div>
  );
}

function ResultsHead({ answer, sell }: Omit<AnswerProps, 'id' | 'marked'>) {
  const words = useWords().sell;
  const { notice } = sell.state;
  if (notice?.is === 'severalHaveCode') return <p className="results-head">{words.chooseOne}</p>;
  if (answer.found === 0) return null;
  const near = notice?.is === 'unknownCode';
  return (
    <p className="results-head" role="status">
      {near ? words.near : words.resultCount(answer.found)}
    </p>
  );
}

interface ResultProps {
  readonly id: string;
  readonly product: Product;
  readonly isMarked: boolean;
  readonly sell: SellControl;
}

function Result({ sell, ...rest }: ResultProps) {
  const { terms, index } = sell.context;
  return (
    <ResultRow
      {...rest}
      price={usePriceWords(rest.product, priceOn(rest.product, terms.day))}
      colour={index.colourOf(rest.product.category)}
      send={sell.send}
    />
  );
}

interface ResultRowProps extends Omit<ResultProps, 'sell'> {
  readonly price: string;
  readonly colour: string | undefined;
  readonly send: SellControl['send'];
}

const ResultRow = memo(function ResultRow({ id, product, isMarked, price, colour, send }: ResultRowProps) {
  return (
    <li
      id={id}
      role="option"
      className="result"
      aria-selected={isMarked}
      onClick={() => {
        send({ is: 'pick', product });
      }}
    >
      <span className="result-stripe" style={{ backgroundColor: colour }} />
      <strong>{product.name}</strong>
      <small>{product.sku}</small>
      <span className="result-price">{price}</span>
    </li>
  );
});
