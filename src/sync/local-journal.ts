/** The journal port over the till's own database. */
import type { Acting } from '../local-db/acting.ts';
import { applyCataloguePage, readCatalogueCursor } from '../local-db/apply-catalogue-page.ts';
import { readCatalogueHead } from '../local-db/catalogue.ts';
import { readContact, saveContact } from '../local-db/last-contact.ts';
import { readEnrolment } from '../local-db/read-enrolment.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { readStatus } from '../local-db/read-status.ts';
import { recordEvent } from '../local-db/record-event.ts';
import { applyRoster, isRosterHeld, readRoster } from '../local-db/roster.ts';
import { factsAfter, moveWatermark, readBranches } from '../local-db/watermark.ts';
import type { CataloguePage } from '../protocol/pull.ts';
import type { PushAnswer, TillReport } from '../protocol/push.ts';
import { heardInAnswer, type HeardInAnswer } from './heard-in-answer.ts';
import type { Clock, HeldReference, Journal } from './ports.ts';
import { tillReport, type ReportedReadiness } from './till-report.ts';

export interface LocalJournalOptions {
  readonly db: LocalDb;
  readonly clock: Clock;
  /** Which run of the app the monotonic clock counts in. */
  readonly boot: string;
  /** Version of the app. */
  readonly app: string;
  /** Stamps what the till records by itself. */
  readonly act: () => Acting;
  readonly readiness: () => Promise<ReportedReadiness>;
  /** A sealed answer told the time. */
  readonly onServerTime: (serverTime: number) => void;
}

export function makeLocalJournal(options: LocalJournalOptions): Journal {
  const { db, act } = options;
  return {
    credentials: () => readCredentials(db),
    branches: () => readBranches(db),
    factsAfter: (inc, no, limit) => factsAfter(db, inc, no, limit),
    moveWatermark: (inc, head) => moveWatermark(db, inc, head),
    // What is rare is loaded when it happens: the sell path is kept small.
    holeAt: async (inc, wanted) => (await import('../local-db/holes.ts')).holeAt(db, inc, wanted),
    startIncarnation: async (forkedInc, taken) =>
      (await import('../local-db/start-incarnation.ts')).startIncarnation(db, forkedInc, act(), taken),
    report: () => readReport(options),
    contact: () => readContact(db),
    heardAnswer: (answer) => keepAnswer(options, answer),
    heardTime: (serverTime) => keepTime(options, serverTime),
    distrustServer: async (provedInc) =>
      (await import('../local-db/distrust-server.ts')).distrustServer(db, provedInc),
    held: () => readHeld(db),
    applyRoster: async (signed) => isRosterHeld(await applyRoster(db, signed, act())),
    applyCataloguePage: (page) => applyPage(options, page),
    record: async (event) => {
      // Should it not be saved, the next change of the link will tell; selling and sending do not hang on it.
      await recordEvent(db, event, act());
    },
  };
}

async function readCredentials(db: LocalDb): ReturnType<Journal['credentials']> {
  const enrolment = await readEnrolment(db);
  if (enrolment === null) return null;
  const { till, key, root, certificate } = enrolment;
  return { till, privateKey: key.privateKey, root, certificate };
}

async function readReport({ db, app, readiness }: LocalJournalOptions): Promise<TillReport> {
  const [status, held, ready] = await Promise.all([readStatus(db), readHeld(db), readiness()]);
  return tillReport({ status, held, ready, app });
}

async function readHeld(db: LocalDb): Promise<HeldReference | null> {
  const [signed, head, cursor] = await Promise.all([
    readRoster(db),
    readCatalogueHead(db),
    readCatalogueCursor(db),
  ]);
  if (signed === null) return null;
  const { epoch, version } = signed.roster;
  const catalogue = head === null ? null : { epoch: head.epoch, version: head.version };
  return { roster: { epoch, version }, catalogue, cursor };
}

async function applyPage(
  { db, act }: LocalJournalOptions,
  page: CataloguePage,
): ReturnType<Journal['applyCataloguePage']> {
  const before = await readCatalogueHead(db);
  const applied = await applyCataloguePage(db, page);
  const { epoch, version } = page;
  const isNew = before?.epoch !== epoch || before.version !== version;
  if (applied === 'complete' && isNew) {
    await recordEvent(db, { kind: 'catalogueApplied', body: { epoch, version } }, act());
  }
  return applied;
}

async function keepAnswer(options: LocalJournalOptions, answer: PushAnswer): Promise<void> {
  await keep(options, heardInAnswer(await readContact(options.db), answer));
}

async function keepTime(options: LocalJournalOptions, serverTime: number): Promise<void> {
  const before = await readContact(options.db);
  if (before !== null) await keep(options, { ...before, serverTime });
}

async function keep(
  { db, clock, boot, onServerTime }: LocalJournalOptions,
  heard: HeardInAnswer,
): Promise<void> {
  await saveContact(db, { ...heard, wall: clock.wall(), mono: clock.mono(), boot });
  onServerTime(heard.serverTime);
}
