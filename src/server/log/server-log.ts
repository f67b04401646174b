/** The server's log: sentences for a person at a terminal, or one JSON object a line (pino) for whoever collects them; neither with personal data. */
import { pino, type DestinationStream } from 'pino';
import type { RequestObserver } from '../front/observe-requests.ts';
import { withoutPersonalData } from './without-personal-data.ts';

export interface ServerLog {
  readonly say: (words: string) => void;
  /** Null: requests are not logged one by one. */
  readonly request: RequestObserver | null;
}

export type LogForm = 'words' | 'json';

export function openServerLog(form: LogForm, destination?: DestinationStream): ServerLog {
  if (form === 'words') return { say: (words) => console.log(withoutPersonalData(words)), request: null };
  const options = {
    base: { service: 'evertill', pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    say: (words) => logger.info(withoutPersonalData(words)),
    request: (answered) => logger[answered.status >= 500 ? 'error' : 'info'](answered, 'request'),
  };
}
