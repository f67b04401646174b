/** The scan box as it is seen. Keys come here from anywhere on the page; a tap or `/` leads into it. */
import type { RefObject } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useFormat, useWords } from '../till-context.ts';
import type { SellControl } from './use-sell.ts';

interface ScanFieldProps {
  readonly sell: SellControl;
  readonly box: RefObject<HTMLInputElement | null>;
  /** Id of the list of results while there is one. */
  readonly results: string;
  readonly isOpen: boolean;
  readonly onCamera: () => void;
}

export function ScanField({ sell, box, results, isOpen, onCamera }: ScanFieldProps) {
  const words = useWords().sell;
  const format = useFormat();
  const { state, send, context } = sell;
  const { marked, text } = state.box;
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
        aria-expanded={isOpen}
        aria-controls={results}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && marked !== null ? `${results}-${marked}` : undefined}
        placeholder={words.scanHint(context.index.size, format.count(context.index.size))}
        value={text}
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
