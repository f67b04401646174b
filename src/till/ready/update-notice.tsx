/** A new version waits on the tablet: offered where nothing would be lost by it, never pressed on anybody. */
import { useSyncExternalStore } from 'react';
import { Button } from '../../ui/button.tsx';
import { useRareWords } from '../rare-words.ts';
import { usePorts } from '../till-context.ts';
import './update-notice.css';

export function UpdateNotice() {
  const words = useRareWords().update;
  const { update } = usePorts();
  const isWaiting = useSyncExternalStore(update.subscribe, update.isWaiting);
  if (!isWaiting) return null;
  return (
    <div className="update-notice" role="status">
      <span>{words.waits}</span>
      <Button size="small" icon="refresh" onPress={update.apply}>
        {words.now}
      </Button>
    </div>
  );
}
