/** The scan box as it is seen. Keys come here from anywhere on the page; a tap or `/` leads into it. */
import type { RefObject } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useFormat, useWords } from '../till-context.ts';
import type { Results } from './use-results.ts';
import type { SellControl } from './use-sell.ts';

interface ScanFieldProps {
  readonly sell: SellControl;
  readonly box: RefObject<HTMLInputElement | null>;
  readonly results: Results;
  /** Of the list of results while there is one. */
  readonly listId: string;
  readonly onCamera: () => void;
}

export function ScanField({ sell, box, results, listId, onCamera }: ScanFieldProps) {
  const words = useWords().sell;
  const format = useFormat();
  const { state, send, context } = sell;
  const hasList = results.isOpen && results.answer !== null;
  return (
    <div className="scan-field" role="search">
      <CameraButton onOpen={onCamera} />
      <QuantityChip sell={sell} />
      <input
        ref={box}
        role="combobox"
        type="text"
        inputMode="search"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        aria-label={words.scan}
        aria-expanded={hasList}
        aria-controls={hasList ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={hasList && results.marked !== null ? `${listId}-${results.marked}` : undefined}
        placeholder={words.scanHint(context.index.size, format.count(context.index.size))}
        value={state.box.text}
        onChange={(event) => {
          send({ is: 'typed', text: event.target.value });
        }}
      />
      <ClearOrHint sell={sell} />
    </div>
  );
}

/** The sign of the box, and where there are cameras the way to them. */
function CameraButton({ onOpen }: { readonly onOpen: () => void }) {
  const words = useWords().camera;
  // Absent in some engines, whatever the types say.
  if (!('mediaDevices' in navigator)) return <Icon name="scan" />;
  return (
    <button type="button" className="scan-camera" aria-label={words.open} onClick={onOpen}>
      <Icon name="scan" />
    </button>
  );
}

function QuantityChip({ sell }: { readonly sell: SellControl }) {
  const words = useWords().sell;
  const format = useFormat();
  const { times } = sell.state.box;
  if (times === null) return null;
  const count = format.count(times);
  return (
    <button
      type="button"
      className="scan-times"
      aria-label={words.forgetTimes(count)}
      onClick={() => {
        sell.send({ is: 'forgetQuantity' });
      }}
    >
      {words.times(count)}
    </button>
  );
}

function ClearOrHint({ sell }: { readonly sell: SellControl }) {
  const words = useWords().sell;
  if (sell.state.box.text === '') return <kbd aria-hidden="true">/</kbd>;
  return (
    <button
      type="button"
      className="scan-clear"
      aria-label={words.clearScan}
      onClick={() => {
        sell.send({ is: 'clear' });
      }}
    >
      <Icon name="close" size={20} />
    </button>
  );
}
