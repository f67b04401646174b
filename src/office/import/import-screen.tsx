/** Importing products from a file, step by step; nothing changes before its last button. */
import { Button } from '../../ui/button.tsx';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { officeWords } from '../words/office-words.ts';
import { ImportSteps } from './import-steps.tsx';
import { importWords } from './import-words.ts';
import { useProductImport } from './use-product-import.ts';

const words = importWords;

export function ImportScreen() {
  const { shop } = useShop();
  const place = usePlace();
  const importing = useProductImport({ digits: shop.currency.digits, today: shop.today });
  return (
    <div className="office-page">
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">{officeWords.catalogue.title}</p>
          <h1>{words.title}</h1>
        </div>
        <Button
          icon="back"
          onPress={() => place.go('/catalogue')}
          isDisabled={importing.view.is === 'working'}
        >
          {words.back}
        </Button>
      </header>
      <ImportSteps importing={importing} onDone={() => place.go('/catalogue')} />
    </div>
  );
}
