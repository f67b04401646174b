/** What an import comes to before it is carried out, what it did, and what taking it back left. */
import type { ReactNode } from 'react';
import type { ImportDetail } from '../../protocol/import-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useShop } from '../shop-context.ts';
import { importWords } from './import-words.ts';
import { FaultsPanel } from './faults-panel.tsx';
import type { ProductImport } from './use-product-import.ts';

const words = importWords;

interface ImportOutcomeProps {
  readonly detail: ImportDetail;
  readonly importing: ProductImport;
  readonly onDone: (() => void) | null;
}

export function ImportOutcome({ detail, importing, onDone }: ImportOutcomeProps) {
  const { stage, fileName } = detail.state;
  if (stage === 'applied' || stage === 'undone')
    return <Over detail={detail} importing={importing} onDone={onDone} />;
  return (
    <>
      <Preview detail={detail} importing={importing} />
      <FaultsPanel faults={importing.faults} name={fileName} />
    </>
  );
}

function Preview({ detail, importing }: Omit<ImportOutcomeProps, 'onDone'>) {
  const { format } = useShop();
  const { state, sharing, twice, newCategories } = detail;
  const { import: id, counts, fileName, source } = state;
  const all = counts.fresh + counts.changed;
  return (
    <Panel title={words.preview.title} note={words.preview.from(fileName, words.sources[source])}>
      <div className="import-steps">
        <Figures detail={detail} left={importing.faults.length} />
        {all === 0 && <Notice tone="go">{words.preview.nothing}</Notice>}
        {newCategories.length > 0 && (
          <p className="office-soft">{words.preview.newCategories(newCategories.join(', '))}</p>
        )}
        <Listed
          title={words.preview.sharingTitle}
          rows={sharing.map(({ row, name }) => words.preview.rowNamed(String(row), name))}
        />
        <Listed
          title={words.preview.twiceTitle}
          rows={twice.map(({ row, name, as }) => words.preview.twiceAs(String(row), name, String(as)))}
        />
        <div className="import-buttons">
          <Button onPress={importing.startOver}>{words.preview.another}</Button>
          {all > 0 && (
            <Button variant="go" onPress={() => importing.carryOut(id, 'apply')}>
              {words.preview.go(format.count(all), all)}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}

interface FiguresProps {
  readonly detail: ImportDetail;
  /** Rows of the file that could not be read. */
  readonly left: number;
}

/** *312 new · 40 changed · 4 share a barcode · 17 without tax · 3 rows cannot be read* */
function Figures({ detail: { state }, left }: FiguresProps) {
  const { counts } = state;
  const preview = words.preview;
  return (
    <ul className="import-figures" aria-label={preview.title}>
      <Figure count={counts.fresh} label={preview.fresh} isAlways />
      <Figure count={counts.changed} label={preview.changed} isAlways />
      <Figure count={counts.same} label={preview.same} />
      <Figure count={counts.sharing} label={preview.sharing} note={preview.sharingWords} />
      <Figure count={counts.withoutTax} label={preview.withoutTax} />
      <Figure count={counts.withoutPrice} label={preview.withoutPrice} note={preview.withoutPriceWords} />
      <Figure count={counts.twice} label={preview.twice} />
      <Figure count={left} label={preview.left} />
    </ul>
  );
}

interface FigureProps {
  readonly count: number;
  readonly label: string;
  readonly note?: ReactNode;
  readonly isAlways?: boolean;
}

function Figure({ count, label, note, isAlways = false }: FigureProps) {
  const { format } = useShop();
  if (count === 0 && !isAlways) return null;
  return (
    <li className="import-figure">
      <strong className="num">{format.count(count)}</strong> {label}
      {note !== undefined && <small className="office-soft">{note}</small>}
    </li>
  );
}

const LISTED = 10;

function Listed({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  if (rows.length === 0) return null;
  return (
    <details className="import-listed" open={rows.length <= LISTED}>
      <summary>{title}</summary>
      <ul>
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </details>
  );
}

function Over({ detail, importing, onDone }: ImportOutcomeProps) {
  const { format } = useShop();
  const { state, kept } = detail;
  const isUndone = state.stage === 'undone';
  const said = isUndone ? words.undone : words.applied;
  const count = isUndone ? state.counts.undone : state.counts.applied;
  return (
    <Panel title={state.fileName}>
      <div className="import-steps">
        <Notice tone="go" role="status" title={said.title(format.count(count), count)}>
          {said.words}
        </Notice>
        {kept.length > 0 && (
          <Notice tone="mind" title={said.kept(format.count(state.counts.kept), state.counts.kept)}>
            <ul className="import-kept">
              {kept.map(({ row, name }) => (
                <li key={row}>{name}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div className="import-buttons">
          {!isUndone && (
            <Button icon="undo" onPress={() => importing.carryOut(state.import, 'undo')}>
              {words.applied.undo}
            </Button>
          )}
          <Button onPress={importing.startOver}>{words.preview.another}</Button>
          {onDone !== null && (
            <Button variant="go" onPress={onDone}>
              {words.applied.done}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
