/** Importing a till's journal from a file: choose it, see what is in it, bring it in. */
import { faultSentence } from '../../protocol/journal-fault.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { FileField } from '../file-field.tsx';
import { useJournalImport, type ImportState, type Previewed, type StopReason } from './use-journal-import.ts';

const words = officeWords.journalImport;

export function ImportSheet({ onClose }: { readonly onClose: () => void }) {
  const { state, choose, bring, startOver } = useJournalImport();
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.title}
      size="medium"
      isDismissable={state.is !== 'importing'}
    >
      <div className="journal-import">
        <ImportStep state={state} choose={choose} />
        <div className="tills-buttons">
          <ImportButtons state={state} bring={bring} startOver={startOver} onClose={onClose} />
        </div>
      </div>
    </Sheet>
  );
}

interface ImportStepProps {
  readonly state: ImportState;
  readonly choose: (file: File) => void;
}

function ImportStep({ state, choose }: ImportStepProps) {
  const { format } = useShop();
  switch (state.is) {
    case 'choosing':
      return <Choosing trouble={state.trouble} choose={choose} />;
    case 'reading':
      return <ProgressBar label={words.reading} value={state.read} />;
    case 'preview':
      return <PreviewPart known={state} />;
    case 'importing': {
      const all = state.preview.facts.length;
      const detail = words.brought(format.count(state.brought), format.count(all));
      return <ProgressBar label={words.importing} value={state.brought / all} detail={detail} />;
    }
    case 'imported':
      return (
        <Notice tone="go" role="status" title={words.imported(state.tillName)}>
          {state.appended === 0 ? words.nothingNew : words.appended(format.count(state.appended))}
        </Notice>
      );
    case 'stopped':
      return (
        <Notice tone="mind" role="alert" title={words.stopped}>
          {stopWords(state.why)} {words.appendedBefore(format.count(state.appended))}
        </Notice>
      );
  }
}

function stopWords(why: StopReason): string {
  switch (why.is) {
    case 'outage':
      return words.stoppedByOutage;
    case 'gap':
      return words.stoppedByGap(String(why.expected));
    case 'refused':
      return words.stoppedByRefusal(why.title);
  }
}

interface ChoosingProps {
  readonly trouble: Extract<ImportState, { readonly is: 'choosing' }>['trouble'];
  readonly choose: (file: File) => void;
}

function Choosing({ trouble, choose }: ChoosingProps) {
  return (
    <>
      <p>{words.lead}</p>
      {trouble !== 'none' && (
        <Notice tone="mind" role="alert">
          {words.trouble[trouble]}
        </Notice>
      )}
      <FileField label={words.file} accept=".jsonl,.txt,application/jsonl,text/plain" choose={choose} />
    </>
  );
}

function PreviewPart({ known }: { readonly known: Previewed }) {
  const { format } = useShop();
  const { preview, tillName } = known;
  return (
    <>
      {preview.fault === null ? (
        <Notice tone="go" title={words.intact}>
          {words.intactWords}
        </Notice>
      ) : (
        <Notice tone="person" role="alert" title={words.tampered}>
          {faultSentence(preview.fault)} {preview.facts.length === 0 ? words.nothingGood : words.goodBefore}
        </Notice>
      )}
      <dl className="journal-import-facts">
        <dt>{words.till}</dt>
        <dd>{tillName}</dd>
        <dt>{words.made}</dt>
        <dd className="num">{format.moment(preview.madeAt)}</dd>
        {preview.facts.length > 0 && <PreviewCounts known={known} />}
      </dl>
    </>
  );
}

function PreviewCounts({ known: { preview, fresh } }: { readonly known: Previewed }) {
  const { format } = useShop();
  const value = preview.receipts.reduce((sum, { gross }) => sum + gross, 0);
  const [first, last] = [preview.receipts[0]?.receipt, preview.receipts.at(-1)?.receipt];
  const here = preview.facts.length - fresh.facts;
  return (
    <>
      <dt>{words.receipts}</dt>
      <dd className="num">
        {preview.receipts.length === 0
          ? words.noReceipts
          : words.receiptsOf(format.count(preview.receipts.length), format.money(value))}
        {first !== undefined && last !== undefined && (
          <small className="office-soft">{first === last ? first : words.fromTo(first, last)}</small>
        )}
      </dd>
      <dt>{words.fresh}</dt>
      <dd className="num">
        {fresh.receipts === 0
          ? words.noneFresh
          : words.receiptsOf(format.count(fresh.receipts), format.money(fresh.value))}
      </dd>
      <dt>{words.records}</dt>
      <dd className="num">{words.recordsOf(format.count(fresh.facts), format.count(here))}</dd>
    </>
  );
}

interface ImportButtonsProps {
  readonly state: ImportState;
  readonly bring: (known: Previewed) => void;
  readonly startOver: () => void;
  readonly onClose: () => void;
}

function ImportButtons({ state, bring, startOver, onClose }: ImportButtonsProps) {
  switch (state.is) {
    case 'choosing':
    case 'reading':
      return <Button onPress={onClose}>{words.cancel}</Button>;
    case 'preview':
      return (
        <>
          <Button onPress={startOver}>{words.another}</Button>
          {state.preview.facts.length > 0 && (
            <Button variant="go" onPress={() => bring(state)}>
              {state.preview.fault === null ? words.bring : words.bringGood(state.preview.facts.length)}
            </Button>
          )}
        </>
      );
    case 'importing':
      return null;
    case 'imported':
      return (
        <Button variant="go" onPress={onClose}>
          {words.done}
        </Button>
      );
    case 'stopped':
      return (
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="go" onPress={() => bring(state)}>
            {words.again}
          </Button>
        </>
      );
  }
}
