/** A simulated shop: tablets enrolled at a head office, and everything that can be done to either of them. */
import type { Enrolment } from '../local-db/enrolment.ts';
import { signTillCertificate } from '../journal/certificates.ts';
import { exportPublicKey, makeTillKey } from '../journal/keys.ts';
import { startBranch } from '../local-db/start-branch.ts';
import { TRIAL_DAY } from '../testing/trial-shop.ts';
import { answerTill } from './answer-till.ts';
import type { HeadOffice } from './head-office.ts';
import { epochOf, makeHeadOffice } from './head-office.ts';
import { makeLink, type LinkEnds } from './link.ts';
import { makeOfficeKeys } from './office-keys.ts';
import { BUSINESS, rosterFor, SHOP } from './office-pull.ts';
import { newSalesBook, type SalesBook } from './sales-book.ts';
import type { Tablet } from './tablet.ts';
import { makeTabletDisk } from './tablet-disk.ts';
import { addRow } from './tablet-journal.ts';
import { NOT_REVOKED } from './till-record.ts';
import type { World } from './world.ts';

export interface Shop {
  readonly world: World;
  readonly book: SalesBook;
  readonly office: HeadOffice;
  /** Another environment's, which knows tills of the same names. */
  readonly foreign: HeadOffice;
  readonly tablets: readonly Tablet[];
}

const PRODUCTS = ['apple', 'bread', 'cup', 'dish', 'egg'] as const;

export async function openShop(world: World, tills: number): Promise<Shop> {
  const office = makeHeadOffice(await makeOfficeKeys(world.now()));
  const foreign = makeHeadOffice(await makeOfficeKeys(world.now()));
  for (const id of PRODUCTS) office.tables.catalogue.set(id, { version: 1, name: id });
  const tablets = Array.from({ length: tills }, (_, index) =>
    newTablet(world, `till-${String(index + 1)}`, {
      office: (request) => answerTill({ world, office }, request),
      foreign: (request) => answerTill({ world, office: foreign }, request),
    }),
  );
  const shop = { world, book: newSalesBook(), office, foreign, tablets };
  for (const tablet of tablets) await enrol(shop, tablet);
  return shop;
}

function newTablet(world: World, name: string, ends: LinkEnds): Tablet {
  return {
    name,
    bend: {},
    disk: makeTabletDisk(world, name),
    link: makeLink(world, name, ends),
    clockOffsetMs: 0,
    app: null,
    appVersion: '1.0.0',
    boots: 0,
  };
}

/** The tablet becomes that till: a key of its own, a certificate, a roster and the journal's first fact. */
async function enrol({ world, office, foreign }: Shop, tablet: Tablet): Promise<void> {
  const till = tablet.name;
  const series = `A${till.slice('till-'.length)}`;
  const key = await makeTillKey();
  const publicKey = await exportPublicKey(key.publicKey);
  const issued = world.now();
  const record = { till, publicKey, enrolments: 1, enrolledAt: issued, issued, reported: 0 };
  for (const there of [office, foreign]) there.tables.tills.set(till, { ...record, revocation: NOT_REVOKED });
  const subject = {
    kind: 'till',
    till,
    business: BUSINESS,
    shop: SHOP,
    series,
    key: publicKey,
    issued,
  } as const;
  const { privateKey, certificate: by } = office.keys.online;
  const certificate = await signTillCertificate(subject, privateKey, by);
  const enrolment: Enrolment = {
    till,
    tillName: till,
    business: BUSINESS,
    shop: SHOP,
    series,
    root: office.keys.root,
    certificate,
    key,
    pepper: office.keys.nonce,
  };
  const roster = await rosterFor(office.tables, office.keys, till, epochOf(office), issued);
  const moment = { wall: issued, mono: 0, anchored: issued, day: TRIAL_DAY };
  const unknown = { signIn: 'unknown', sending: 'unknown' } as const;
  const acting = { staff: 'till', how: 'till', moment, link: unknown, app: tablet.appVersion } as const;
  let ids = 0;
  const newId = (): string => `${till}-first-${String((ids += 1))}`;
  const { row, branch } = await startBranch(enrolment, roster.roster, null, acting, newId);
  const { tables } = tablet.disk;
  Object.assign(tables.singles, { enrolment, roster });
  addRow(tables, row);
  tables.branches.set(branch.inc, branch);
}
