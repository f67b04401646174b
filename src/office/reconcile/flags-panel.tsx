/** What needs a person, by cause and most money first; what is only good to know stays folded. */
import { useState } from 'react';
import type { Reconciliation } from '../../protocol/people-messages.ts';
import type { Flag } from '../../protocol/settlement-messages.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Tone } from '../../ui/tone.ts';
import { ExportButton } from '../export/export-button.tsx';
import { flagsSheet } from '../export/sheets.ts';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { FlagItem } from './flag-item.tsx';
import { groupFlags, type FlagGroup } from './group-flags.ts';
import { SettleSheet } from './settle-sheet.tsx';
import { SettledList } from './settled-list.tsx';
import { TakeBackSheet } from './take-back-sheet.tsx';
import { useSettling, type Settling } from './use-settling.ts';

const words = officeWords.reconcile.flags;

const TONE_OF = {
  moneyMissing: 'person',
  givenTwice: 'mind',
  decideOnce: 'mind',
  goodToKnow: 'neutral',
} as const satisfies Record<Flag['group'], Tone>;

export function FlagsPanel({
  flags,
  settlements,
  day,
}: Pick<Reconciliation, 'flags' | 'settlements' | 'day'>) {
  const { shop, format } = useShop();
  const settling = useSettling(day);
  const groups = groupFlags(flags);
  const toCheck = groups.filter(({ group }) => group !== 'goodToKnow');
  const goodToKnow = groups.find(({ group }) => group === 'goodToKnow');
  const count = toCheck.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <Panel
      title={words.title}
      {...(count > 0 && { note: words.note(format.count(count)) })}
      {...(flags.length > 0 && {
        actions: <ExportButton size="small" sheet={() => flagsSheet(flags, shop, day)} />,
      })}
      isFlush
    >
      {count === 0 && (
        <EmptyState icon="check" title={words.none}>
          {settlements.length === 0 ? words.noneWords : words.noneLeft}
        </EmptyState>
      )}
      <Failure settling={settling} />
      {toCheck.map((group) => (
        <section key={group.group} className="reconcile-flags">
          <h3>{words.groups[group.group]}</h3>
          <FlagList group={group} settling={settling} />
        </section>
      ))}
      {goodToKnow !== undefined && (
        <details className="reconcile-flags reconcile-folded">
          <summary>{words.folded(format.count(goodToKnow.questions.length))}</summary>
          <FlagList group={goodToKnow} settling={settling} />
        </details>
      )}
      <SettledList settlements={settlements} settling={settling} />
      <Dialogs settling={settling} />
    </Panel>
  );
}

function Dialogs({ settling }: { readonly settling: Settling }) {
  const { dialog } = settling;
  switch (dialog.is) {
    case 'none':
      return null;
    case 'settling':
      return <SettleSheet settling={settling} question={dialog.question} />;
    case 'takingBack':
      return <TakeBackSheet settling={settling} settlement={dialog.settlement} />;
  }
}

/** Of what was pressed without a dialog. */
function Failure({ settling: { dialog, failure } }: { readonly settling: Settling }) {
  if (failure === null || dialog.is !== 'none') return null;
  return (
    <Notice tone="mind" role="alert" className="reconcile-failure">
      {officeWords.reconcile.settling.failed[failure]}
    </Notice>
  );
}

/** The first few matter most; the others are one press away. */
const SHOWN_FIRST = 5;

interface FlagListProps {
  readonly group: FlagGroup;
  readonly settling: Settling;
}

function FlagList({ group: { group, questions }, settling }: FlagListProps) {
  const { format } = useShop();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? questions : questions.slice(0, SHOWN_FIRST);
  return (
    <>
      <ul>
        {shown.map((question) => (
          <FlagItem key={question.key} question={question} tone={TONE_OF[group]} settling={settling} />
        ))}
      </ul>
      {shown.length < questions.length && (
        <div className="reconcile-more">
          <Button size="small" onPress={() => setShowsAll(true)}>
            {words.more(format.count(questions.length - shown.length))}
          </Button>
        </div>
      )}
    </>
  );
}
