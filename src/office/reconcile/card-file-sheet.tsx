/** Bringing an acquirer's file: choose it, see how its columns are read, bring it. */
import { DATE_ORDERS, type CardColumns, type CardFileRead } from '../../domain/card-file.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ChoiceField } from '../catalogue/choice-field.tsx';
import { useShop } from '../shop-context.ts';
import { FileField } from '../file-field.tsx';
import { cardWords } from './card-words.ts';
import { useCardFile, type ChosenFile } from './use-card-file.ts';

const words = cardWords.sheet;
/** The rest is of the same kind. */
const FAULTS_SHOWN_MAX = 5;
const NONE = '';

export function CardFileSheet({ onClose }: { readonly onClose: () => void }) {
  const card = useCardFile();
  const { chosen, preview, bringing } = card;
  const { format } = useShop();
  const isSayable = preview !== null && preview.faults.length === 0 && preview.rows.length > 0;
  const brought = bringing.data ?? null;
  return (
    <Sheet isOpen onClose={onClose} title={words.title} size="medium">
      <form
        className="reconcile-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (brought !== null) onClose();
          else if (chosen !== null && isSayable && !bringing.isPending) bringing.mutate(chosen);
        }}
      >
        {brought === null ? (
          <Choosing card={card} />
        ) : (
          <Notice tone="go" role="status">
            {brought.isNew ? words.done(format.count(brought.rows)) : words.already}
          </Notice>
        )}
        {card.failure !== null && (
          <Notice tone="mind" role="alert">
            {words.failed[card.failure]}
          </Notice>
        )}
        <div className="reconcile-buttons">
          {brought === null && <Button onPress={onClose}>{words.cancel}</Button>}
          <Button
            type="submit"
            variant="go"
            isDisabled={brought === null && !isSayable}
            isPending={bringing.isPending}
          >
            {brought === null ? words.bring : words.close}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function Choosing({ card }: { readonly card: ReturnType<typeof useCardFile> }) {
  const { chosen, trouble, preview } = card;
  return (
    <>
      <p>{words.lead}</p>
      <FileField
        label={words.file}
        accept=".csv,.txt,text/csv,text/plain"
        choose={(file) => void card.choose(file)}
      />
      {trouble !== 'none' && (
        <Notice tone="mind" role="alert">
          {words[trouble]}
        </Notice>
      )}
      {chosen !== null && (
        <>
          <Columns chosen={chosen} onChange={card.setColumns} />
          <Field
            label={words.dayBegins}
            description={words.dayBeginsHelp}
            type="time"
            value={card.dayBegins}
            onChange={card.setBegins}
            isRequired
          />
        </>
      )}
      {preview !== null && <Preview preview={preview} />}
    </>
  );
}

interface ColumnsProps {
  readonly chosen: ChosenFile;
  readonly onChange: (columns: CardColumns) => void;
}

function Columns({ chosen: { table, columns }, onChange }: ColumnsProps) {
  const names = table.names.filter((name) => name !== '').map((name) => ({ value: name, label: name }));
  const orders = DATE_ORDERS.map((order) => ({ value: order, label: words.orders[order] }));
  return (
    <fieldset className="reconcile-columns">
      <legend>{words.columns}</legend>
      {(['date', 'amount'] as const).map((what) => (
        <ChoiceField
          key={what}
          label={words[what]}
          value={columns[what]}
          options={names}
          onChange={(name) => onChange({ ...columns, [what]: name })}
        />
      ))}
      {(['time', 'kind', 'terminal', 'code'] as const).map((what) => (
        <ChoiceField
          key={what}
          label={words[what]}
          value={columns[what] ?? NONE}
          options={[{ value: NONE, label: what === 'time' ? words.withDate : words.none }, ...names]}
          onChange={(name) => onChange({ ...columns, [what]: name === NONE ? null : name })}
        />
      ))}
      <ChoiceField
        label={words.order}
        value={columns.order}
        options={orders}
        onChange={(chosen) =>
          onChange({ ...columns, order: DATE_ORDERS.find((order) => order === chosen) ?? columns.order })
        }
      />
    </fieldset>
  );
}

function Preview({ preview: { rows, faults } }: { readonly preview: CardFileRead }) {
  const { format } = useShop();
  if (faults.length > 0) {
    return (
      <Notice tone="mind" role="alert" title={words.faults(format.count(faults.length), faults.length)}>
        <ul className="reconcile-open">
          {faults.slice(0, FAULTS_SHOWN_MAX).map(({ line, is }) => (
            <li key={line}>{words.fault[is](String(line))}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  const times = rows.map(({ at }) => at).sort((one, other) => one - other);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return null;
  const sum = rows.reduce((all, { amount }) => all + amount, 0);
  return (
    <Notice tone="go" title={words.preview(format.count(rows.length), format.money(sum))}>
      {words.fromTo(format.moment(first), format.moment(last))}
    </Notice>
  );
}
