/** The rare and dangerous: the journal as a file, a head office with new keys, and the till's sign-out, refused while a sale has not arrived. */
import { useLiveQuery } from 'dexie-react-hooks';
import { readKeptFrom } from '../../local-db/kept-from.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ApprovalSheet } from '../approval/approval-sheet.tsx';
import type { TillStatus } from '../status/use-status.ts';
import { DrillSheet } from '../drill/drill-sheet.tsx';
import { useDrill } from '../drill/use-drill.ts';
import { useRareWords } from '../rare-words.ts';
import { useFormat, usePorts, useShop } from '../till-context.ts';
import { RepinSheet } from './repin-sheet.tsx';
import { useThisTill, type ThisTillStage } from './use-this-till.ts';
import './this-till.css';

export function ThisTill({ status }: { readonly status: TillStatus }) {
  const rare = useRareWords();
  const words = rare.thisTill;
  const { access, db, drill } = usePorts();
  const { roster, format } = useShop();
  const keptFrom = useLiveQuery(() => readKeptFrom(db), [db]) ?? null;
  const isDrilling = useDrill() !== null;
  const control = useThisTill();
  const { stage } = control;
  const { sales } = status.waiting;
  return (
    <section className="this-till">
      <h3>{words.title}</h3>
      <Waiting status={status} />
      <div className="this-till-acts">
        <Button icon="receipt" isPending={stage.is === 'saving'} onPress={control.saveJournal}>
          {words.save}
        </Button>
        <Button
          icon="key"
          variant={status.link.trouble?.is === 'root' ? 'go' : 'quiet'}
          onPress={control.askCode}
        >
          {rare.repin.open}
        </Button>
        <Button icon="cloud-off" onPress={isDrilling ? () => void drill.endEarly() : control.askDrill}>
          {isDrilling ? rare.drill.end : rare.drill.open}
        </Button>
        <Button
          variant="person"
          isDisabled={sales > 0}
          isPending={stage.is === 'signingOut'}
          onPress={control.ask}
        >
          {words.signOut}
        </Button>
      </div>
      <Outcome stage={stage} />
      {keptFrom !== null && <p className="status-soft">{words.keptFrom(format.day(keptFrom))}</p>}
      <p className="status-soft">{words.signOutLead}</p>
      <RepinSheet isOpen={stage.is === 'askingCode'} onClose={control.stopAsking} onDone={control.repinned} />
      <DrillSheet isOpen={stage.is === 'drilling'} onClose={control.stopAsking} />
      <ApprovalSheet
        isOpen={stage.is === 'asking'}
        reason={words.why}
        what={words.what(roster.tillName)}
        ask={(approver, pin) => access.approve(approver, pin, `sign out of till ${roster.till}`)}
        onApproved={control.signOut}
        onClose={control.stopAsking}
      />
    </section>
  );
}

function Waiting({ status }: { readonly status: TillStatus }) {
  const words = useRareWords().thisTill;
  const format = useFormat();
  const { sales, value } = status.waiting;
  if (sales === 0) return null;
  return (
    <Notice tone="mind" icon="tablet">
      {words.waiting(sales, format.money(value))}
    </Notice>
  );
}

function Outcome({ stage }: { readonly stage: ThisTillStage }) {
  const { thisTill: words, repin } = useRareWords();
  switch (stage.is) {
    case 'saved':
      return (
        <Notice tone="go" icon="check" role="status">
          {words.saved(stage.name)}
        </Notice>
      );
    case 'repinned':
      return (
        <Notice tone="go" icon="check" role="status">
          {repin.done}
        </Notice>
      );
    case 'cannotSave':
    case 'refused':
      return (
        <Notice tone="mind" icon="warning" role="alert">
          {stage.is === 'refused' ? words.refused : words.cannotSave}
        </Notice>
      );
    case 'resting':
    case 'saving':
    case 'asking':
    case 'askingCode':
    case 'drilling':
    case 'signingOut':
      return null;
  }
}
