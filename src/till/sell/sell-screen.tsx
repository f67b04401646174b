/** The one screen that sells: products and results on one side, the basket on the other, everything within reach of a thumb. */
import { useId, useRef, useState } from 'react';
import { ApprovalSheet } from '../approval/approval-sheet.tsx';
import { CounterFrame } from '../counter/counter-frame.tsx';
import type { CounterScreenProps } from '../counter/counter-props.ts';
import { Button } from '../../ui/button.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useFormat, usePorts, useWords } from '../till-context.ts';
import { absolute, itemCount } from './basket-figures.ts';
import { Basket } from './basket.tsx';
import { ChargeButtons } from './charge-buttons.tsx';
import { ProductTiles } from './product-tiles.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { ScanField } from './scan-field.tsx';
import { ScanNotice } from './sell-notices.tsx';
import { useResults } from './use-results.ts';
import { useScanKeys } from './use-scan-keys.ts';
import { useChargeKey } from './use-charge-key.ts';
import { useSell, type SellControl } from './use-sell.ts';
import './sell.css';

const CameraScan = latePart(
  async () => (await import('./camera-scan.tsx')).CameraScan,
  ({ onClose }) => onClose,
);
const AskingSheets = latePart(
  async () => (await import('./asking-sheets.tsx')).AskingSheets,
  ({ sell }) =>
    () =>
      sell.send({ is: 'stopAsking' }),
);

export function SellScreen({ clerk, shift, desk, till, counter }: CounterScreenProps) {
  const sell = useSell(desk, clerk, {
    onCharge: (approval, start) => {
      counter.goTo({ is: 'pay', approval, start });
    },
    onReceipt: (receipt) => {
      counter.goTo({ is: 'receipts', receipt });
    },
  });
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const results = useResults(sell.state);
  const words = useWords().sell;
  const [showsBasket, setShowsBasket] = useState(false);
  const [isCameraOpen, setCameraOpen] = useState(false);
  const openCamera = () => {
    setCameraOpen(true);
  };
  const closeCamera = () => {
    setCameraOpen(false);
  };
  useScanKeys({ desk, box });
  useChargeKey(() => {
    sell.charge();
  });
  return (
    <CounterFrame
      at="sell"
      clerk={clerk}
      shift={shift}
      counter={counter}
      onLock={till.lock}
      bar={<ScanField sell={sell} box={box} results={results} listId={listId} onCamera={openCamera} />}
    >
      <div className="sell" data-shows={showsBasket ? 'basket' : 'products'}>
        <main className="sell-products">
          <VisuallyHidden>
            <h1>{words.title}</h1>
          </VisuallyHidden>
          <ScanNotice sell={sell} />
          {results.isOpen ? (
            <ResultsPanel id={listId} results={results} sell={sell} />
          ) : (
            <ProductTiles sell={sell} />
          )}
        </main>
        <Basket
          sell={sell}
          onHide={() => {
            setShowsBasket(false);
          }}
        />
        <BasketBar
          sell={sell}
          onShow={() => {
            setShowsBasket(true);
          }}
        />
      </div>
      {sell.state.asking !== null && <AskingSheets sell={sell} desk={desk} />}
      <ChargeApproval sell={sell} />
      {isCameraOpen && <CameraScan sell={sell} onClose={closeCamera} />}
    </CounterFrame>
  );
}

/** On a phone: the basket in one line, always in sight. */
function BasketBar({ sell, onShow }: { readonly sell: SellControl; readonly onShow: () => void }) {
  const words = useWords().sell;
  const format = useFormat();
  const count = itemCount(sell.state.sale.lines);
  const items = words.items(format.count(count), count === 1);
  return (
    <div className="basket-bar">
      <Button icon="basket" size="large" onPress={onShow} aria-label={words.showBasket(items)}>
        {format.count(count)}
      </Button>
      <ChargeButtons sell={sell} />
    </div>
  );
}

function ChargeApproval({ sell }: { readonly sell: SellControl }) {
  const words = useWords();
  const format = useFormat();
  const { access } = usePorts();
  const { need, due } = sell;
  return (
    <ApprovalSheet
      isOpen={need !== null}
      reason={need === null ? '' : words.approval.why[need.why]}
      what={due < 0 ? words.approval.what(format.money(absolute(due))) : undefined}
      ask={(approver, pin) => access.approve(approver, pin, need?.act ?? '')}
      onApproved={sell.agree}
      onClose={sell.dropNeed}
    />
  );
}
