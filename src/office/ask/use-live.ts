/** Asks anew what is in sight when head office says that something changed. Without the stream the reads come by themselves, a little later. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LIVE_CHANGED, LIVE_PATH } from '../../protocol/live-messages.ts';
import { PEOPLE_PREFIX } from '../../protocol/till-messages.ts';

/** A busy shop says so many times a second. */
const TOGETHER_MS = 1_000;
/** After a refusal the browser does not come again by itself. */
const AGAIN_MS = 30_000;
/** What tills send shows in these. */
const LIVE_KEYS: ReadonlySet<unknown> = new Set([
  'days',
  'reconciliation',
  'report',
  '/sales',
  'set-up',
  'tills',
]);

/** The stream is the browser's; what it says is not believed but asked, so it needs no proof. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => listen(client), [client]);
}

/** @returns how to stop. */
function listen(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source = open();
  function open(): EventSource {
    const opened = new EventSource(PEOPLE_PREFIX + LIVE_PATH);
    opened.addEventListener(LIVE_CHANGED, () => {
      timer ??= setTimeout(askAnew, TOGETHER_MS);
    });
    return opened;
  }
  function askAnew(): void {
    timer = undefined;
    void client.invalidateQueries({ predicate: ({ queryKey }) => LIVE_KEYS.has(queryKey[0]) });
  }
  const again = setInterval(() => {
    if (source.readyState === EventSource.CLOSED) source = open();
  }, AGAIN_MS);
  return () => {
    clearTimeout(timer);
    clearInterval(again);
    source.close();
  };
}
