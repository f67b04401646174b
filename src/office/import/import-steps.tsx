/** The steps of an import, one at a time; nothing changes before the last button. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { meQuery } from '../ask/me-query.ts';
import { taxClassesQuery } from '../ask/tax-classes-query.ts';
import { tilesQuery } from '../ask/tiles-query.ts';
import { useShop } from '../shop-context.ts';
import { ChooseFile } from './choose-file.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { FaultsPanel } from './faults-panel.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { importWords } from './import-words.ts';
import { MeaningPanel } from './meaning-panel.tsx';
import type { ProductImport } from './use-product-import.ts';
import './import.css';

const words = importWords;

export interface ImportStepsProps {
  readonly importing: ProductImport;
  /** Where whoever has imported goes on; null where the screen around it says so. */
  readonly onDone: (() => void) | null;
}

export function ImportSteps({ importing, onDone }: ImportStepsProps) {
  const { view } = importing;
  const business = useQuery(meQuery).data?.businessId ?? '';
  const known = useQuery({ ...taxClassesQuery, staleTime: 5_000 });
  const tiles = useQuery(tilesQuery);
  switch (view.is) {
    case 'choosing':
      return (
        <>
          <ChooseFile refusal={view.refusal} choose={importing.choose} />
          <EarlierImports importing={importing} />
        </>
      );
    case 'opening':
      return <Working label={words.choose.opening(view.name)} />;
    case 'columns':
      return (
        <ColumnsPanel
          chosen={view}
          business={business}
          onGo={(columns) => importing.read(view, 'mapped', columns)}
          onBack={importing.startOver}
        />
      );
    case 'reading':
      return <Working label={words.meaning.reading} />;
    case 'meaning':
      return (
        <>
          <AnswerView query={known} waiting={<Waiting />}>
            {({ classes }) => (
              <MeaningPanel
                chosen={view}
                classes={classes}
                categories={tiles.data?.categories.map(({ category }) => category.name) ?? []}
                importing={importing}
              />
            )}
          </AnswerView>
          <FaultsPanel faults={importing.faults} name={view.name} />
        </>
      );
    case 'working':
      return <Progress view={view} />;
    case 'shown':
      return <ImportOutcome detail={view.detail} importing={importing} onDone={onDone} />;
    case 'stopped':
      return <Stopped view={view} startOver={importing.startOver} />;
  }
}

function Waiting() {
  return (
    <Panel>
      <Skeleton lines={6} height={34} />
    </Panel>
  );
}

function Working({ label }: { readonly label: string }) {
  return (
    <Panel>
      <ProgressBar label={label} />
    </Panel>
  );
}

type View<Is extends ProductImport['view']['is']> = Extract<ProductImport['view'], { readonly is: Is }>;

function Progress({ view: { at, done, all } }: { readonly view: View<'working'> }) {
  const { format } = useShop();
  const detail = all > 1 ? words.of(format.count(done), format.count(all)) : undefined;
  return (
    <Panel>
      <ProgressBar label={words[at]} value={done / all} detail={detail} />
    </Panel>
  );
}

interface StoppedProps {
  readonly view: View<'stopped'>;
  readonly startOver: () => void;
}

function Stopped({ view: { why, again }, startOver }: StoppedProps) {
  return (
    <Panel>
      <div className="import-steps">
        <Notice tone="mind" role="alert" title={words.stopped.title}>
          {words.stopped[why]}
        </Notice>
        <div className="import-buttons">
          <Button onPress={startOver}>{words.stopped.over}</Button>
          {why === 'outage' && (
            <Button variant="go" onPress={again}>
              {words.stopped.again}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
