/** The catalogue: from a file, as the office imports always, or by hand. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { Notice } from '../../ui/notice.tsx';
import { setUpQuery } from '../ask/set-up-query.ts';
import { ImportSteps } from '../import/import-steps.tsx';
import { useProductImport } from '../import/use-product-import.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import type { StepProps } from './step-props.ts';
import { setUpWords } from './set-up-words.ts';

const words = setUpWords.products;

export function ProductsStep({ setUp }: StepProps) {
  const { shop, format } = useShop();
  const place = usePlace();
  const client = useQueryClient();
  const importing = useProductImport({ digits: shop.currency.digits, today: shop.today });
  const { products } = setUp.counts;
  const { view } = importing;
  const isChoosing = view.is === 'choosing';
  const stage = view.is === 'shown' ? view.detail.state.stage : null;
  useEffect(() => {
    if (stage !== null) void client.invalidateQueries({ queryKey: setUpQuery(shop.id).queryKey });
  }, [client, shop.id, stage]);
  return (
    <>
      {products > 0 && isChoosing && (
        <Notice tone="go">{words.have(format.count(products), products)}</Notice>
      )}
      <ImportSteps importing={importing} onDone={null} />
      {isChoosing && (
        <p className="office-soft">
          {words.byHand}{' '}
          <Link className="office-link" href={place.to('/catalogue')}>
            {words.byHandGo}
          </Link>
        </p>
      )}
    </>
  );
}
