/** The tills, with a code for each that waits for its tablet. */
import type { TillRow } from '../../protocol/office-till-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AnswerView } from '../answer-view.tsx';
import { useShop } from '../shop-context.ts';
import { TillsDialogs } from '../tills/tills-dialogs.tsx';
import { useTills, type Tills } from '../tills/use-tills.ts';
import { officeWords } from '../words/office-words.ts';
import type { StepProps } from './step-props.ts';
import { setUpWords } from './set-up-words.ts';

const words = setUpWords.till;

export function TillStep({ setUp: { counts } }: StepProps) {
  const { format } = useShop();
  const tills = useTills();
  return (
    <>
      {counts.tills > 0 && (
        <Notice tone="go" role="status">
          {words.have(format.count(counts.tills), counts.tills)}
        </Notice>
      )}
      {tills.failure !== null && tills.dialog.is === 'none' && (
        <Notice tone="mind" role="alert">
          {officeWords.tills.failed[tills.failure]}
        </Notice>
      )}
      <Panel
        title={words.list}
        actions={
          <Button
            size="small"
            icon="plus"
            onPress={() => tills.send({ do: 'open', dialog: { is: 'adding' } })}
          >
            {officeWords.tills.add}
          </Button>
        }
      >
        <AnswerView query={tills.tills} waiting={<Skeleton lines={2} height={40} />}>
          {(answer) => <TillList rows={answer.tills} tills={tills} />}
        </AnswerView>
      </Panel>
      <ol className="set-up-how">
        <li>{words.open(globalThis.location.origin)}</li>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <TillsDialogs tills={tills} />
    </>
  );
}

interface TillListProps {
  readonly rows: readonly TillRow[];
  readonly tills: Tills;
}

function TillList({ rows, tills }: TillListProps) {
  if (rows.length === 0) return <p className="office-soft">{words.none}</p>;
  return (
    <ul className="set-up-tills">
      {rows.map(({ till, name, status }) => (
        <li key={till}>
          <b>{name}</b>
          {status === 'enrolled' && (
            <Tag tone="go" icon="check">
              {words.ready}
            </Tag>
          )}
          {status === 'revoked' && <Tag>{words.revoked}</Tag>}
          {status === 'waitingForTablet' && (
            <>
              <Tag tone="mind">{words.waiting}</Tag>
              <Button
                size="small"
                aria-label={words.codeOf(name)}
                isPending={tills.isWorking}
                onPress={() => tills.send({ do: 'newCode', till })}
              >
                {words.code}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
