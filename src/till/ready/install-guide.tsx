/** How this very browser installs Evertill; where it can ask by itself, a button does. */
import { useSyncExternalStore } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRareWords } from '../rare-words.ts';
import { usePorts } from '../till-context.ts';
import { installPlatform } from './install-platform.ts';
import './ready.css';

export function InstallGuide() {
  const words = useRareWords().install;
  const { install } = usePorts();
  const canAsk = useSyncExternalStore(install.subscribe, install.canAsk);
  const platform = installPlatform(navigator);
  return (
    <section className="ready-install">
      <Notice
        tone="mind"
        icon="tablet"
        title={words.title}
        action={
          canAsk ? (
            <Button size="small" onPress={() => void install.ask()}>
              {words.ask}
            </Button>
          ) : undefined
        }
      >
        {words.tryOut}
      </Notice>
      {!canAsk && (
        <ol className="ready-steps">
          {words[platform].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
