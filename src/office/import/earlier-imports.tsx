/** The last imports: to go on with one that stopped, or to take one back. */
import { useQuery } from '@tanstack/react-query';
import type { ImportStage, ImportState } from '../../protocol/import-messages.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { importsQuery } from '../ask/imports-query.ts';
import { useShop } from '../shop-context.ts';
import { importWords } from './import-words.ts';
import type { ProductImport } from './use-product-import.ts';

const words = importWords.earlier;

const TONES: Readonly<Record<ImportStage, Tone>> = {
  staging: 'neutral',
  ready: 'neutral',
  applying: 'mind',
  applied: 'go',
  undoing: 'mind',
  undone: 'neutral',
};

export function EarlierImports({ importing }: { readonly importing: ProductImport }) {
  const { format } = useShop();
  const imports = useQuery(importsQuery).data?.imports ?? [];
  if (imports.length === 0) return null;
  const columns: readonly DataColumn<ImportState>[] = [
    { id: 'file', header: words.file, isRowHeader: true, isWide: true, cell: ({ fileName }) => fileName },
    {
      id: 'when',
      header: words.when,
      cell: ({ begunAt }) => <span className="num">{format.moment(begunAt)}</span>,
    },
    { id: 'by', header: words.by, isExtra: true, cell: ({ begunBy }) => begunBy },
    {
      id: 'what',
      header: words.what,
      cell: ({ stage, counts }) => (
        <span className="import-did">
          <Tag tone={TONES[stage]}>{words.stages[stage]}</Tag>
          <small className="office-soft num">
            {words.counts(format.count(counts.fresh), format.count(counts.changed))}
          </small>
        </span>
      ),
    },
    {
      id: 'act',
      header: words.act,
      hidesHeader: true,
      align: 'end',
      cell: (state) => <Acts state={state} importing={importing} />,
    },
  ];
  return (
    <Panel title={words.title} isFlush>
      <DataTable caption={words.caption} columns={columns} rows={imports} rowKey={(state) => state.import} />
    </Panel>
  );
}

interface ActsProps {
  readonly state: ImportState;
  readonly importing: ProductImport;
}

function Acts({ state: { import: id, stage, fileName }, importing }: ActsProps) {
  const act = (label: string, onPress: () => void) => (
    <Button size="small" aria-label={words.named(label, fileName)} onPress={onPress}>
      {label}
    </Button>
  );
  switch (stage) {
    case 'staging':
    case 'undone':
      return null;
    case 'ready':
      return act(words.look, () => importing.show(id));
    case 'applied':
      return act(words.undo, () => importing.carryOut(id, 'undo'));
    case 'undoing':
      return act(words.goOn, () => importing.carryOut(id, 'undo'));
    case 'applying':
      return (
        <span className="import-acts">
          {act(words.undo, () => importing.carryOut(id, 'undo'))}
          {act(words.goOn, () => importing.carryOut(id, 'apply'))}
        </span>
      );
  }
}
