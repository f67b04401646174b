/** An exchange that comes out even: nothing to take, nothing to give back. */
import { Button } from '../../ui/button.tsx';
import { useWords } from '../till-context.ts';
import { PayProblemNotice } from './pay-problem-notice.tsx';
import { useSavingWords } from './use-saving-words.ts';
import type { PayControl } from './use-pay.ts';

export function FinishPanel({ pay }: { readonly pay: PayControl }) {
  const words = useWords();
  const saving = useSavingWords(pay.state.stage);
  return (
    <>
      <div className="pay-terminal">
        <p className="pay-terminal-sum">{words.paid.even}</p>
        <PayProblemNotice problem={pay.state.problem} />
      </div>
      <Button
        variant="go"
        size="charge"
        isWide
        isPending={saving !== null}
        onPress={() => {
          pay.send({ is: 'finish' });
        }}
      >
        {saving ?? words.sell.finish}
      </Button>
    </>
  );
}
