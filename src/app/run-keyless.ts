/**
 * A till whose key cannot be used any more, though its journal is sound: it shows that a manager is needed, takes a re-key code, and
 * starts anew. Nothing is sent or sold meanwhile, for it can neither sign nor check a PIN.
 */
import { openCatalogueWorker } from '../local-db/catalogue-in-worker.ts';
import type { HashPin } from '../identity/hash-pin.ts';
import { BY_TILL } from '../identity/check-pin.ts';
import type { Acting } from '../local-db/acting.ts';
import { readContact } from '../local-db/last-contact.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { readRoster } from '../local-db/roster.ts';
import { makeFetchNet } from '../sync/fetch-net.ts';
import type { LinkPort, LinkStatus } from '../till/till-ports.ts';
import { APP_VERSION } from './app-version.ts';
import { tillEnroller } from './enrol-till.ts';
import { lastKnownTime } from '../local-db/last-known-time.ts';
import type { AroundTill } from './around-till.ts';
import { NO_DRILL, NO_READINESS } from './ports-at-rest.ts';
import type { RunningTill } from './running-till.ts';
import { tillAccess } from './till-access.ts';
import { startTillClock } from './till-clock.ts';

const UNKNOWN = { is: 'unknown' } as const;
const UNREACHABLE = { is: 'unreachable' } as const;
const STATUS: LinkStatus = {
  signIn: UNKNOWN,
  sending: UNKNOWN,
  catalogue: UNKNOWN,
  isSending: false,
  lease: { is: 'over' },
  trouble: { is: 'key', detail: null },
  isClockInDoubt: false,
  device: { persistent: true, installed: true, hasSecondCopy: true },
};
const NO_BOOKS = { enrolment: () => null, roster: () => null, peopleHere: () => [] };
const LINK: LinkPort = { subscribe: () => () => undefined, current: () => STATUS, tryNow: () => undefined };

export async function runKeyless(
  db: LocalDb,
  hashPin: HashPin,
  { fresh, install }: AroundTill,
): Promise<RunningTill> {
  const roster = (await readRoster(db))?.roster ?? null;
  const clock = startTillClock({
    heard: await readContact(db),
    lastKnown: await lastKnownTime(db),
    policy: () => roster?.policy ?? { timeZone: 'UTC', startOfDay: '00:00' },
    onJump: () => undefined,
  });
  const actingAs = (staff: string): Acting => ({
    staff,
    how: 'till',
    moment: clock.moment(),
    link: { signIn: 'unknown', sending: 'unknown' },
    app: APP_VERSION,
  });
  const enrol = tillEnroller({
    db,
    clock,
    net: makeFetchNet(),
    act: () => actingAs(BY_TILL),
    lostTill: roster?.till ?? null,
    keepsJournal: true,
  });
  const products = openCatalogueWorker(db.catalogue.name);
  return {
    ports: {
      ...{ db, products, app: APP_VERSION, actingAs, clock, link: LINK, install, update: fresh.update },
      ...{ reportIdle: fresh.reportIdle, proveStart: fresh.proveStart },
      ...{ drill: NO_DRILL, readiness: NO_READINESS },
      access: tillAccess({ ...{ db, clock, actingAs, hashPin }, ...NO_BOOKS }),
      enrol: async (code) => {
        const outcome = await enrol(code);
        if (outcome.is === 'enrolled') location.reload();
        return outcome;
      },
      parkedElsewhere: {
        list: () => Promise.resolve(UNREACHABLE),
        claim: () => Promise.resolve(UNREACHABLE),
      },
      repin: () => Promise.resolve(UNREACHABLE),
      openPractice: async (shop) =>
        (await import('./open-practice.ts')).openPractice(shop, { clock, app: APP_VERSION }),
      signOut: () => Promise.resolve('stillWaiting'),
      lostTill: { tillName: roster?.tillName ?? '', keepsJournal: true },
    },
    stop: products.close,
  };
}
