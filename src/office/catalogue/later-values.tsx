/** What will hold from which day: prices of a product, rates of a tax. */
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

/** As it was typed. */
export interface LaterValue {
  readonly from: string;
  readonly value: string;
}

interface LaterValuesProps {
  readonly later: readonly LaterValue[];
  readonly onChange: (later: readonly LaterValue[]) => void;
  readonly most: number;
  readonly words: {
    readonly from: string;
    readonly value: string;
    readonly add: string;
    readonly remove: (from: string) => string;
  };
  readonly error: string | undefined;
}

export function LaterValues({ later, onChange, most, words, error }: LaterValuesProps) {
  const put = (at: number, part: Partial<LaterValue>) =>
    onChange(later.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div className="product-later">
      {later.map((row, index) => (
        <div className="product-later-row" key={index}>
          <Field label={words.from} type="date" value={row.from} onChange={(from) => put(index, { from })} />
          <Field
            label={words.value}
            value={row.value}
            onChange={(value) => put(index, { value })}
            inputMode="decimal"
            autoComplete="off"
          />
          <IconButton
            icon="close"
            label={words.remove(row.from)}
            onPress={() => onChange(later.filter((_, other) => other !== index))}
          />
        </div>
      ))}
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      {later.length < most && (
        <Button size="small" icon="plus" onPress={() => onChange([...later, { from: '', value: '' }])}>
          {words.add}
        </Button>
      )}
    </div>
  );
}
