/** What a till tells of itself with every request: how much still lies on it, and what it works by. Pure. */
import { NO_MONEY } from '../domain/money.ts';
import type { TillReadiness } from '../domain/readiness.ts';
import type { JournalStatus } from '../local-db/read-status.ts';
import type { TillReport } from '../protocol/push.ts';
import type { HeldReference } from './ports.ts';

export interface ReportedReadiness {
  readonly persistent: boolean;
  readonly installed: boolean;
  /** Everything else, once it was looked at. */
  readonly details?: TillReadiness | undefined;
}

export interface KnownOfTill {
  /** Null on a tablet that is not enrolled. */
  readonly status: JournalStatus | null;
  readonly held: HeldReference | null;
  readonly ready: ReportedReadiness;
  /** Version of the app. */
  readonly app: string;
}

export function tillReport({ status, held, ready, app }: KnownOfTill): TillReport {
  const waiting = status?.waiting ?? { facts: 0, sales: 0, value: NO_MONEY };
  return {
    head: status?.head.no ?? 0,
    lastReceipt: status?.lastReceipt ?? null,
    waitingFacts: waiting.facts,
    waitingSales: waiting.sales,
    waitingValue: waiting.value,
    readiness: {
      ...ready,
      rosterVersion: held?.roster.version ?? 0,
      catalogueVersion: held?.catalogue?.version ?? 0,
    },
    app,
  };
}
