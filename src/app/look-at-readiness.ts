/** Looks at everything that matters once head office is gone. Loaded beside the counter's own files, which are kept small. */
import type { TillReadiness } from '../domain/readiness.ts';
import { leaseAt } from '../identity/lease.ts';
import { readCatalogueHead } from '../local-db/catalogue.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { withPeopleHere } from '../local-db/person-here.ts';
import { proveOwnKey } from '../local-db/prove-own-key.ts';
import type { AccessPort, LinkStatus, UpdatePort } from '../till/till-ports.ts';
import { scannedAt } from '../till/scanned-at.ts';
import { wentBack } from './build-mark.ts';
import type { KeptAwake } from './keep-awake.ts';
import { hasFiles, readReadiness, storage } from './readiness.ts';
import type { TillBooks } from './till-books.ts';
import type { TillClock } from './till-clock.ts';

export interface ReadinessParts {
  readonly db: LocalDb;
  readonly books: TillBooks;
  readonly clock: TillClock;
  readonly access: Pick<AccessPort, 'standingOf'>;
  readonly link: () => Pick<LinkStatus, 'device' | 'trouble' | 'isClockInDoubt'>;
  readonly update: Pick<UpdatePort, 'isWaiting'>;
  readonly awake: KeptAwake;
  readonly leaseDays: number;
}

/** @returns null on a tablet that is not enrolled. */
export async function lookAtReadiness(parts: ReadinessParts): Promise<TillReadiness | null> {
  const { db, books, clock, awake, update, link } = parts;
  if (books.enrolment() === null) return null;
  const [device, room, people, catalogue, isKeyUsable] = await Promise.all([
    readReadiness(),
    readRoom(),
    countPeople(parts),
    readCatalogue(parts),
    proveOwnKey(db),
  ]);
  return {
    ...device,
    room,
    people,
    catalogue,
    isKeyUsable,
    leaseUntil: leaseUntil(parts),
    clock: {
      offsetMs: Math.round(Date.now() - clock.anchored()),
      isInDoubt: link().isClockInDoubt,
    },
    journal: journalOf(link()),
    copies: copiesOf(link()),
    update: updateOf(update),
    scannedAt: scannedAt(),
    wakeLock: awake.current(),
  };
}

function updateOf(update: ReadinessParts['update']): TillReadiness['update'] {
  if (wentBack()) return 'wentBack';
  return update.isWaiting() ? 'waits' : 'none';
}

async function readRoom(): Promise<TillReadiness['room']> {
  // Not every engine tells, and some refuse while the disk is busy.
  const { usage, quota }: StorageEstimate =
    (await storage()
      ?.estimate()
      .catch(() => undefined)) ?? {};
  return usage === undefined || quota === undefined ? null : { used: usage, quota };
}

async function countPeople({ books, access }: ReadinessParts): Promise<TillReadiness['people']> {
  const roster = books.roster();
  if (roster === null) return { all: 0, able: 0 };
  const { staff } = withPeopleHere(roster, books.peopleHere());
  const able = await Promise.all(
    staff.map(async ({ id, verifier }) => {
      if (verifier === null) return false;
      const { is } = await access.standingOf(id);
      return is === 'free' || is === 'wait';
    }),
  );
  return { all: staff.length, able: able.filter(Boolean).length };
}

async function readCatalogue({ db, books }: ReadinessParts): Promise<TillReadiness['catalogue']> {
  const [head, contact] = [await readCatalogueHead(db), books.contact()];
  if (head === null) return { version: null, currentAt: null };
  const isNewest = contact !== null && contact.catalogueVersion <= head.version;
  return { version: head.version, currentAt: isNewest ? contact.serverTime : null };
}

function leaseUntil({ books, clock, leaseDays }: ReadinessParts): number {
  const now = clock.anchored();
  const lease = leaseAt(
    books.contact()?.serverTime ?? now,
    books.roster()?.policy.leaseDays ?? leaseDays,
    now,
  );
  return lease.is === 'over' ? now : lease.until;
}

function journalOf({ trouble }: Pick<LinkStatus, 'trouble'>): TillReadiness['journal'] {
  if (trouble?.is === 'full') return 'full';
  if (trouble?.is === 'storage') return 'cannotSave';
  return trouble?.is === 'journal' || trouble?.is === 'sending' ? 'fault' : 'sound';
}

function copiesOf({ device }: Pick<LinkStatus, 'device'>): TillReadiness['copies'] {
  if (device.hasSecondCopy) return 'equal';
  return hasFiles() ? 'unwritten' : 'one';
}
