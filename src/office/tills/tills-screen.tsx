/** The tills of a shop: how they are, and what can be done with them. */
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { useShop } from '../shop-context.ts';
import { en } from '../words/en.ts';
import { AddTillSheet } from './add-till-sheet.tsx';
import { CodeSheet } from './code-sheet.tsx';
import { DrawerSheet } from './drawer-sheet.tsx';
import { DrawersPanel } from './drawers-panel.tsx';
import { ImportSheet } from './import-sheet.tsx';
import { RevocationSheet } from './revocation-sheet.tsx';
import { TillDrawerSheet } from './till-drawer-sheet.tsx';
import { TillsTable } from './tills-table.tsx';
import { useTills, type Tills } from './use-tills.ts';
import './tills.css';

const words = en.tills;

export function TillsScreen() {
  const { shop } = useShop();
  const tills = useTills();
  return (
    <div className="office-page">
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">{shop.name}</p>
          <h1>{words.title}</h1>
        </div>
        <div className="tills-head-actions">
          <Button onPress={() => tills.send({ do: 'open', dialog: { is: 'importing' } })}>
            {en.journalImport.open}
          </Button>
          <Button
            variant="go"
            icon="plus"
            onPress={() => tills.send({ do: 'open', dialog: { is: 'adding' } })}
          >
            {words.add}
          </Button>
        </div>
      </header>
      {tills.failure !== null && tills.dialog.is === 'none' && (
        <Notice tone="mind" role="alert">
          {words.failed[tills.failure]}
        </Notice>
      )}
      <AnswerView
        query={tills.tills}
        waiting={
          <Panel>
            <Skeleton lines={5} height={40} />
          </Panel>
        }
      >
        {(answer) => (
          <>
            <Panel isFlush>
              <TillsTable {...answer} send={tills.send} isWorking={tills.isWorking} />
            </Panel>
            <DrawersPanel drawers={answer.drawers} send={tills.send} />
          </>
        )}
      </AnswerView>
      <TillsDialogs tills={tills} />
    </div>
  );
}

function TillsDialogs({ tills }: { readonly tills: Tills }) {
  const { dialog } = tills;
  switch (dialog.is) {
    case 'none':
      return null;
    case 'adding':
      return <AddTillSheet tills={tills} />;
    case 'code':
      return (
        <CodeSheet
          key={dialog.code.code}
          code={dialog.code}
          receivedAt={dialog.receivedAt}
          till={tills.tills.data?.tills.find(({ till }) => till === dialog.code.till) ?? null}
          send={tills.send}
          isWorking={tills.isWorking}
        />
      );
    case 'drawer':
      return <DrawerSheet tills={tills} drawer={dialog.drawer} />;
    case 'tillDrawer':
      return <TillDrawerSheet tills={tills} till={dialog.till} drawers={tills.tills.data?.drawers ?? []} />;
    case 'importing':
      return <ImportSheet onClose={() => tills.send({ do: 'close' })} />;
    case 'revoking':
    case 'unrevoking':
      return <RevocationSheet tills={tills} till={dialog.till} revokes={dialog.is === 'revoking'} />;
  }
}
