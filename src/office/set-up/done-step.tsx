/** Everything is done or skipped. */
import type { SetUp } from '../../protocol/set-up-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { usePlace } from '../use-place.ts';
import { setUpWords } from './set-up-words.ts';

const words = setUpWords.done;

export function DoneStep({ setUp }: { readonly setUp: SetUp }) {
  const place = usePlace();
  const skipped = setUp.steps.filter(({ is }) => is === 'skipped').map(({ step }) => setUpWords.names[step]);
  return (
    <Panel title={words.title}>
      <div className="set-up-form">
        <p>{words.lead}</p>
        {skipped.length > 0 && <p className="office-soft">{words.skipped(skipped.join(', '))}</p>}
        <div className="set-up-buttons">
          <Button onPress={() => place.go('/sales')}>{setUpWords.sale.look}</Button>
          <Button variant="go" onPress={() => place.go('/')}>
            {words.go}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
