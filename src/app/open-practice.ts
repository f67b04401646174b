/**
 * A till to practise on: the real screens over databases of their own, with a key, a shop and a roster made up on the spot. It is
 * given the shop's rules and the clock, and neither the till's journal nor anything that sends.
 */
import { uuidv7 } from 'uuidv7';
import { sha256Hex } from '../journal/digest.ts';
import { exportPublicKey, makeTillKey } from '../journal/keys.ts';
import type { Acting } from '../local-db/acting.ts';
import { applyCataloguePage } from '../local-db/apply-catalogue-page.ts';
import { openCatalogueWorker } from '../local-db/catalogue-in-worker.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import { closeLocalDb, type LocalDb } from '../local-db/open-local-db.ts';
import { emptyPractice, openPracticeDb } from '../local-db/open-practice-db.ts';
import { openShift } from '../local-db/open-shift.ts';
import { saveEnrolment } from '../local-db/save-enrolment.ts';
import { cataloguePageSchema } from '../protocol/pull.ts';
import type { Roster, SignedRoster } from '../protocol/roster.ts';
import type { AccessPort, LinkPort, LinkStatus, PracticeShop, PracticeTill } from '../till/till-ports.ts';
import { NO_DRILL, NO_INSTALL, NO_READINESS, NO_UPDATE } from './ports-at-rest.ts';
import type { TillClock } from './till-clock.ts';

/** Receipts of practice carry it in front: no till has such a series. */
const SERIES = 'PRACTICE1';
const DRAWER = 'practice';
const NOBODY_SIGNED = { certificate: { kind: 'onlineKey', key: '', from: 0 }, signature: '' } as const;
const UNREACHABLE = { is: 'unreachable' } as const;

let opened = 0;

export interface PracticeParts {
  readonly clock: TillClock;
  /** Version of the app. */
  readonly app: string;
}

export async function openPractice(shop: PracticeShop, parts: PracticeParts): Promise<PracticeTill> {
  const { clock, app } = parts;
  opened += 1;
  const mine = opened;
  const db = await openPracticeDb();
  const actingAs = actingIn(parts);
  await fill(db, shop, actingAs(shop.clerk.id));
  const products = openCatalogueWorker(db.catalogue.name);
  return {
    ports: {
      ...{ db, products, app, actingAs, clock, link: linkAt(clock.anchored()) },
      access: ACCESS,
      parkedElsewhere: {
        list: () => Promise.resolve(UNREACHABLE),
        claim: () => Promise.resolve(UNREACHABLE),
      },
      enrol: () => Promise.resolve(UNREACHABLE),
      repin: () => Promise.resolve(UNREACHABLE),
      signOut: () => Promise.resolve('stillWaiting'),
      openPractice: (again) => openPractice(again, parts),
      lostTill: null,
      ...{ drill: NO_DRILL, readiness: NO_READINESS, update: NO_UPDATE, install: NO_INSTALL },
      // The till around practice says whether an update may come, and that the app started.
      reportIdle: () => undefined,
      proveStart: () => undefined,
    },
    close: async () => {
      products.close();
      // Another practice that began meanwhile is at work in the same databases.
      if (mine === opened) {
        opened += 1;
        await emptyPractice(db);
      }
      closeLocalDb(db);
    },
  };
}

function actingIn({ clock, app }: PracticeParts): (staff: string) => Acting {
  const link = { signIn: 'unknown', sending: 'unknown' } as const;
  return (staff) => ({ staff, how: 'pin', moment: clock.moment(), link, app });
}

/** A till with goods, people and an open shift. */
async function fill(db: LocalDb, shop: PracticeShop, acting: Acting): Promise<void> {
  const { roster, products, categories, favourites } = shop;
  await saveEnrolment(db, await enrolmentFor(roster), unsigned(roster), acting);
  const snapshot = { is: 'snapshot', page: 0, done: true, epoch: 'practice', version: 1, removed: [] };
  const whole = { stream: 'catalogue', ...snapshot, products, categories, favourites };
  await applyCataloguePage(db, cataloguePageSchema.parse({ ...whole, cursor: '', serverTime: 0 }));
  const { float } = roster.policy;
  await openShift(db, { shift: uuidv7(), day: acting.moment.day, drawer: DRAWER, float }, acting);
}

/** Nobody's signature: no head office has ever heard of this till, and none would take what it makes. */
function unsigned(roster: Roster): SignedRoster {
  return { roster, signature: '', by: NOBODY_SIGNED };
}

async function enrolmentFor({ till, tillName, business, shop }: Roster): Promise<Enrolment> {
  const key = await makeTillKey();
  const named = { till, business, shop, series: SERIES };
  const certificate = {
    kind: 'till',
    ...named,
    key: await exportPublicKey(key.publicKey),
    issued: 0,
  } as const;
  return {
    ...{ ...named, tillName, root: '', key, pepper: await throwAwayPepper() },
    certificate: { certificate, signature: '', by: NOBODY_SIGNED },
  };
}

function throwAwayPepper(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

/** Nobody types their own PIN here, so any PIN does. */
const ACCESS: AccessPort = {
  signIn: () => Promise.resolve({ is: 'unknownPerson' }),
  approve: async (approver, _pin, act) => ({
    is: 'approved',
    approval: { approver, digest: await sha256Hex(act) },
  }),
  unlock: () => Promise.resolve({ is: 'unknownPerson' }),
  vouch: () => Promise.resolve({ is: 'unknownPerson' }),
  choosePin: () => Promise.resolve({ is: 'cannotSave' }),
  standingOf: () => Promise.resolve({ is: 'free' }),
};

/** As on a good day, so that nothing is held back. */
function linkAt(now: number): LinkPort {
  const up = { is: 'up', lastContact: now } as const;
  const status: LinkStatus = {
    ...{ signIn: up, sending: up, catalogue: up, isSending: false },
    lease: { is: 'running', until: Number.MAX_SAFE_INTEGER },
    trouble: null,
    isClockInDoubt: false,
    device: { persistent: true, installed: true, hasSecondCopy: true },
  };
  return { subscribe: () => () => undefined, current: () => status, tryNow: () => undefined };
}
