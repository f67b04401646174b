/** Which column of an unknown file is what: guessed or remembered, and looked over by a person. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ChoiceField } from '../catalogue/choice-field.tsx';
import { useShop } from '../shop-context.ts';
import { importWords } from './import-words.ts';
import { guessColumns } from './guess-columns.ts';
import { MAPPED_FIELDS, type ImportColumns, type ImportField } from './import-columns.ts';
import { rememberColumns, rememberedColumns } from './remembered-columns.ts';
import type { ChosenFile } from './use-product-import.ts';

const words = importWords.columns;
const NONE = '';

interface ColumnsPanelProps {
  readonly chosen: ChosenFile;
  readonly business: string;
  readonly onGo: (columns: ImportColumns) => void;
  readonly onBack: () => void;
}

export function ColumnsPanel({ chosen, business, onGo, onBack }: ColumnsPanelProps) {
  const { format } = useShop();
  const { headers, rows } = chosen.opened;
  const [columns, setColumns] = useState<ImportColumns>(
    () =>
      rememberedColumns(business, headers) ?? mapped(chosen.opened.found?.columns) ?? guessColumns(headers),
  );
  const [isNameless, setNameless] = useState(false);
  const go = () => {
    setNameless(columns.name === undefined);
    if (columns.name === undefined) return;
    rememberColumns(business, headers, columns);
    onGo(columns);
  };
  return (
    <Panel title={words.title} note={chosen.name}>
      <div className="import-steps">
        <Notice title={words.unknown(format.count(rows), rows)}>{words.unknownWords}</Notice>
        <div className="import-columns">
          {MAPPED_FIELDS.map((field) => (
            <ColumnChoice
              key={field}
              field={field}
              chosen={chosen}
              place={columns[field]?.[0]}
              onChoose={(at) => setColumns(withColumn(columns, field, at))}
            />
          ))}
        </div>
        {isNameless && (
          <p className="field-error" role="alert">
            {words.nameNeeded}
          </p>
        )}
        <div className="import-buttons">
          <Button onPress={onBack}>{importWords.preview.another}</Button>
          <Button variant="go" onPress={go}>
            {words.go}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

interface ColumnChoiceProps {
  readonly field: ImportField;
  readonly chosen: ChosenFile;
  readonly place: number | undefined;
  readonly onChoose: (at: number | null) => void;
}

function ColumnChoice({ field, chosen: { opened }, place, onChoose }: ColumnChoiceProps) {
  const example =
    place === undefined ? '' : (opened.examples.map((cells) => cells[place] ?? '').find(Boolean) ?? '');
  return (
    <div className="import-column">
      <ChoiceField
        label={words.fields[field]}
        value={place === undefined ? NONE : String(place)}
        options={[
          { value: NONE, label: words.none },
          ...opened.headers.map((header, at) => ({
            value: String(at),
            label: header === '' ? `#${String(at + 1)}` : header,
          })),
        ]}
        onChange={(value) => onChoose(value === NONE ? null : Number(value))}
      />
      <p className="import-example office-soft">{example === '' ? '\u00a0' : words.example(example)}</p>
    </div>
  );
}

/** Of a recognised file, what a person may change. */
function mapped(columns: ImportColumns | undefined): ImportColumns | null {
  if (columns === undefined) return null;
  return Object.fromEntries(
    MAPPED_FIELDS.flatMap((field) => (columns[field] === undefined ? [] : [[field, columns[field]]])),
  );
}

function withColumn(columns: ImportColumns, field: ImportField, at: number | null): ImportColumns {
  const { [field]: _, ...others } = columns;
  return at === null ? others : { ...others, [field]: [at] };
}
