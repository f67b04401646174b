/** The browser's stream of hints: with `fetch`, because an EventSource cannot carry a till's proof. */
import { HINT_BEAT_MS } from '../protocol/limits.ts';
import type { OpenedHints, OpenHints } from './hear-hints.ts';
import { watchDeadline } from './watch-deadline.ts';

/** Two missed beats: whoever wrote has gone, or a proxy keeps it all back. */
const SILENCE_MS_MAX = 2.5 * HINT_BEAT_MS;
/** No honest line is longer. */
const LINE_LENGTH_MAX = 1_000;

/** @param origin empty in the app, which speaks to where it came from. */
export function makeFetchHints(origin = '', silenceMsMax = SILENCE_MS_MAX): OpenHints {
  return async (asked) => {
    const over = new AbortController();
    const signal = AbortSignal.any([asked.signal, over.signal]);
    const silence = watchSilence(silenceMsMax, () => over.abort());
    let opened = false;
    try {
      const body = await open(origin, asked, signal);
      if (body === null) return 'refused';
      opened = true;
      asked.onHint();
      await readHints(body, asked.onHint, silence.heard);
    } catch {
      // Whatever cut it: it is opened again.
    } finally {
      silence.stop();
      over.abort();
    }
    return opened ? 'heard' : 'refused';
  };
}

async function open(
  origin: string,
  { target, headers }: OpenedHints,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | null> {
  const response = await fetch(origin + target, {
    headers: { ...headers, accept: 'text/event-stream' },
    signal,
    redirect: 'manual',
    cache: 'no-store',
    credentials: 'omit',
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  return response.status === 200 && isStream ? response.body : null;
}

async function readHints(
  body: ReadableStream<Uint8Array>,
  onHint: () => void,
  heard: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    heard();
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_LENGTH_MAX) return;
    if (lines.some((line) => line.startsWith('data:'))) onHint();
  }
}

function watchSilence(ms: number, onSilence: () => void) {
  let stop = watchDeadline(ms, onSilence);
  return {
    heard: () => {
      stop();
      stop = watchDeadline(ms, onSilence);
    },
    stop: () => stop(),
  };
}
