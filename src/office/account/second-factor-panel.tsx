/** The second factor: off, being set up, or on. */
import type { Account } from '../../protocol/account-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useShop } from '../shop-context.ts';
import { AccountTrouble } from './account-trouble.tsx';
import { accountWords } from './account-words.ts';
import { EndSheet } from './end-sheet.tsx';
import { RecoveryCodesSheet } from './recovery-codes-sheet.tsx';
import { SetUpSheet } from './set-up-sheet.tsx';
import { useSecondFactor } from './use-second-factor.ts';

const words = accountWords.second;
const FEW = 3;

export function SecondFactorPanel({ account: { secondFactor } }: { readonly account: Account }) {
  const { format } = useShop();
  const desk = useSecondFactor();
  const { since, recoveryCodes } = secondFactor;
  const { step } = desk;
  return (
    <Panel title={words.title}>
      <div className="account-form">
        <div>
          {since === null ? (
            <Tag tone="mind">{words.off}</Tag>
          ) : (
            <Tag tone="go" icon="check">
              {words.on(format.moment(since))}
            </Tag>
          )}
        </div>
        <p>{words.lead}</p>
        {since !== null && <CodesLeft count={recoveryCodes} />}
        {step.is === 'none' && <AccountTrouble error={desk.error} />}
        <div>
          {since === null ? (
            <Button icon="lock" variant="go" onPress={desk.begin} isPending={desk.isWorking}>
              {words.begin}
            </Button>
          ) : (
            <Button onPress={desk.askToEnd}>{words.end}</Button>
          )}
        </div>
      </div>
      {step.is === 'setUp' && <SetUpSheet desk={desk} begun={step.begun} />}
      {step.is === 'codes' && <RecoveryCodesSheet codes={step.codes} onKept={desk.kept} />}
      {step.is === 'ending' && <EndSheet desk={desk} />}
    </Panel>
  );
}

function CodesLeft({ count }: { readonly count: number }) {
  const { format } = useShop();
  if (count > FEW) return <p className="office-soft">{words.left(format.count(count))}</p>;
  return <Notice tone="mind">{words.fewLeft(format.count(count))}</Notice>;
}
