/** What can be sold: the products, and which of it the till offers to tap. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { tilesQuery } from '../ask/tiles-query.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { officeWords } from '../words/office-words.ts';
import { taxesWords } from './taxes-words.ts';
import { ProductsPanel } from './products-panel.tsx';
import { TaxesPanel } from './taxes-panel.tsx';
import { TilesEditor } from './tiles-editor.tsx';
import './catalogue.css';

const words = officeWords.catalogue;
const PRODUCTS = '/catalogue';
const TILES = '/catalogue/tiles';
const TAXES = '/catalogue/taxes';

export function CatalogueScreen() {
  const { shop } = useShop();
  const place = usePlace();
  const [location] = useLocation();
  const part = [TILES, TAXES].find((one) => one === location) ?? PRODUCTS;
  return (
    <div className="office-page">
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">{shop.name}</p>
          <h1>{words.title}</h1>
        </div>
        <SegmentedControl
          label={words.which}
          className="catalogue-parts"
          options={[
            { value: PRODUCTS, label: words.products },
            { value: TILES, label: words.tiles },
            { value: TAXES, label: taxesWords.title },
          ]}
          value={part}
          onChange={(chosen) => place.go(chosen)}
        />
      </header>
      {part === TAXES ? <TaxesPanel /> : <TilesOrProducts isTiles={part === TILES} />}
    </div>
  );
}

function TilesOrProducts({ isTiles }: { readonly isTiles: boolean }) {
  return (
    <AnswerView
      query={useQuery(tilesQuery)}
      waiting={
        <Panel>
          <Skeleton lines={8} height={34} />
        </Panel>
      }
    >
      {(tiles) => (isTiles ? <TilesEditor tiles={tiles} /> : <ProductsPanel tiles={tiles} />)}
    </AnswerView>
  );
}
