/** Starts an outage drill on this till: what is down, for how long, and an approver's PIN. */
import { useState } from 'react';
import { DRILL_MINUTES } from '../../domain/drill.ts';
import type { Drilled } from '../../domain/fact-body.ts';
import type { Approval } from '../../local-db/acting.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ApprovalSheet } from '../approval/approval-sheet.tsx';
import { useRareWords } from '../rare-words.ts';
import { usePorts, useShop } from '../till-context.ts';
import './drill.css';

interface DrillSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const KINDS: readonly Drilled[] = ['signIn', 'sending', 'everything'];

export function DrillSheet({ isOpen, onClose }: DrillSheetProps) {
  const words = useRareWords().drill;
  const { access, drill } = usePorts();
  const { roster } = useShop();
  const [what, setWhat] = useState<Drilled>('everything');
  const [minutes, setMinutes] = useState<number>(DRILL_MINUTES[0]);
  const [isAsking, setAsking] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const start = async (approval: Approval) => {
    setAsking(false);
    const began = await drill.start(what, minutes, approval);
    setRefused(began === 'notSaved');
    if (began === 'recorded') onClose();
  };
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={words.title}
      footer={
        <Button variant="go" size="large" onPress={() => setAsking(true)}>
          {words.start}
        </Button>
      }
    >
      <div className="drill-sheet">
        <p>{words.lead}</p>
        <h3>{words.what}</h3>
        <SegmentedControl
          label={words.what}
          value={what}
          onChange={setWhat}
          options={KINDS.map((kind) => ({ value: kind, label: words.kind[kind] }))}
        />
        <h3>{words.long}</h3>
        <SegmentedControl
          label={words.long}
          value={String(minutes)}
          onChange={(chosen) => setMinutes(Number(chosen))}
          options={DRILL_MINUTES.map((count) => ({ value: String(count), label: words.minutes(count) }))}
        />
        {isRefused && (
          <Notice tone="person" role="alert">
            {words.notSaved}
          </Notice>
        )}
      </div>
      <ApprovalSheet
        isOpen={isAsking}
        reason={words.why}
        what={words.doing(words.kind[what], words.minutes(minutes))}
        ask={(approver, pin) =>
          access.approve(
            approver,
            pin,
            `outage drill of till ${roster.till}: ${what}, ${String(minutes)} min`,
          )
        }
        onApproved={(approval) => void start(approval)}
        onClose={() => setAsking(false)}
      />
    </Sheet>
  );
}
