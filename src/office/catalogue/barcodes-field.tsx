/** A product's barcodes, one a line: a scanner ends each code with Enter. */
import { useId } from 'react';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.product;
const ROWS = 3;

interface BarcodesFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

export function BarcodesField({ value, onChange, error }: BarcodesFieldProps) {
  const id = useId();
  const hasError = error !== undefined;
  return (
    <div className="field" data-wrong={hasError || undefined}>
      <label htmlFor={id}>{words.barcodes}</label>
      <textarea
        id={id}
        className="field-input num"
        rows={ROWS}
        value={value}
        spellCheck={false}
        aria-invalid={hasError || undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p
        className={hasError ? 'field-error' : 'field-help'}
        id={`${id}-help`}
        role={hasError ? 'alert' : undefined}
      >
        {error ?? words.barcodesHelp}
      </p>
    </div>
  );
}
