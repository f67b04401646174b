/** What a person can do on the rescue page: send what waits, and save a copy of the journal. */
import { exportFile, type JournalFile } from '../journal/export-file.ts';
import { writeJournalLine } from '../journal/journal-line.ts';
import { money } from '../domain/money.ts';
import type { TillReport } from '../protocol/push.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { makeFetchNet } from '../sync/fetch-net.ts';
import { gzip } from '../sync/gzip.ts';
import type { Net } from '../sync/ports.ts';
import { realChance } from '../sync/real-chance.ts';
import type { RawEnrolment } from './raw-rows.ts';
import type { Tablet } from './read-tablet.ts';
import { RESCUE_VERSION } from './rescue-version.ts';
import { sendWaiting, type Arrived, type SendEnd } from './send-waiting.ts';
import { startOf, type Survey, type WaitingReceipt } from './survey.ts';

export interface SendActs {
  readonly tablet: Tablet;
  readonly survey: Survey;
  /** The receipts that are still here. */
  readonly onProgress: (waiting: readonly WaitingReceipt[]) => void;
  readonly net?: Net;
}

export function send(
  enrolment: RawEnrolment,
  { tablet, survey, onProgress, net }: SendActs,
): Promise<SendEnd> {
  const { till, root, certificate, key } = enrolment;
  return sendWaiting({
    line: {
      net: net ?? makeFetchNet(),
      chance: realChance,
      pack: gzip,
      credentials: { till, root, certificate, privateKey: key.privateKey },
      nonce: { current: '' },
      protocol: { current: PROTOCOL_VERSION },
    },
    source: survey.source,
    start: (run) => startOf(run, tablet.acknowledged),
    report: (arrived) => reportOf(tablet, survey, arrived),
    onProgress: (arrived) => onProgress(stillHere(survey, arrived)),
  });
}

function stillHere({ waiting }: Survey, arrived: Arrived): WaitingReceipt[] {
  return waiting.filter(({ run, no }) => no > (arrived.get(run) ?? 0));
}

function reportOf({ roster }: Tablet, survey: Survey, arrived: Arrived): TillReport {
  const waiting = stillHere(survey, arrived);
  const waitingFacts = survey.source.runs.reduce(
    (sum, run) => sum + run.head.no - (arrived.get(run) ?? run.head.no),
    0,
  );
  return {
    head: survey.source.runs.at(-1)?.head.no ?? 0,
    lastReceipt: survey.waiting.at(-1)?.receipt ?? null,
    waitingFacts,
    waitingSales: waiting.length,
    waitingValue: money(sumOf(waiting)),
    readiness: {
      persistent: false,
      installed: false,
      rosterVersion: roster?.version ?? 0,
      catalogueVersion: 0,
    },
    app: RESCUE_VERSION,
  };
}

export function sumOf(receipts: readonly WaitingReceipt[]): number {
  return receipts.reduce((sum, { gross }) => sum + gross, 0);
}

/** Signed by the till's key; without one, the bare lines, so that nothing is kept back. */
export async function saveCopy(
  { enrolment }: Tablet,
  { source, facts }: Survey,
  now: number,
): Promise<JournalFile> {
  if (enrolment !== null) {
    const { key, ...origin } = enrolment;
    return exportFile({ ...origin, madeAt: now, app: RESCUE_VERSION }, source, key.privateKey);
  }
  const pieces: Blob[] = [];
  for (const run of source.runs) {
    for await (const portion of source.facts(run)) {
      pieces.push(new Blob(portion.map((fact) => `${writeJournalLine(fact)}\n`)));
    }
  }
  return { name: 'evertill-unsigned-journal.jsonl', blob: new Blob(pieces), facts };
}
