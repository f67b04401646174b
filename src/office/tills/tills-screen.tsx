/** The tills of a shop: how they are, and what can be done with them. */
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { DrawersPanel } from './drawers-panel.tsx';
import { tillChangeWords } from './till-change-words.ts';
import { TillsDialogs } from './tills-dialogs.tsx';
import { TillsTable } from './tills-table.tsx';
import { useTills } from './use-tills.ts';
import './tills.css';

const words = officeWords.tills;

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
            {officeWords.journalImport.open}
          </Button>
          <Button onPress={() => tills.send({ do: 'open', dialog: { is: 'spares', spares: null } })}>
            {tillChangeWords.spares}
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
