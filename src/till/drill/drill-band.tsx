/** Over every screen while a drill runs: what looks down only looks so. */
import { useState } from 'react';
import type { DrillStarted } from '../../domain/fact-body.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useRareWords } from '../rare-words.ts';
import { useFormat, usePorts } from '../till-context.ts';
import './drill.css';

export function DrillBand({ drill: { what, until } }: { readonly drill: DrillStarted }) {
  const words = useRareWords().drill;
  const format = useFormat();
  const { drill, clock } = usePorts();
  const [isEnding, setEnding] = useState(false);
  // The end is kept on the anchored clock and shown on the one that people read.
  const endsAt = until + clock.now() - drill.anchored();
  return (
    <aside className="drill-band" aria-label={words.running}>
      <Icon name="cloud-off" size={22} />
      <p>
        <strong>{words.band[what]}</strong> <span className="num">{words.ends(format.time(endsAt))}</span>
      </p>
      <Button
        size="small"
        isPending={isEnding}
        onPress={() => {
          setEnding(true);
          void drill.endEarly().finally(() => setEnding(false));
        }}
      >
        {words.end}
      </Button>
    </aside>
  );
}
