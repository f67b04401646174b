/** A whole till without screens in real time: its database, enrolled over the network, selling and syncing against a running server. */
import { tillEnroller } from '../app/enrol-till.ts';
import type { Product } from '../domain/catalogue.ts';
import type { Acting } from '../local-db/acting.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { FactRow } from '../journal/branch.ts';
import { closeLocalDb, openLocalDb, type LocalDb } from '../local-db/open-local-db.ts';
import { readStatus } from '../local-db/read-status.ts';
import { readRoster } from '../local-db/roster.ts';
import type { ShopPolicy } from '../domain/shop-policy.ts';
import type { Net } from '../sync/ports.ts';
import { startSync } from '../sync/start-sync.ts';

export interface TradingTill {
  readonly name: string;
  readonly db: LocalDb;
  readonly policy: ShopPolicy;
  /** By SKU, once the catalogue has been pulled. */
  readonly products: () => Promise<ReadonlyMap<string, Product>>;
  /** A clerk acts at this moment; what the till does by itself is stamped with the latest one. */
  readonly at: (moment: { readonly at: number; readonly day: string }, staff: string) => Acting;
  readonly facts: () => Promise<readonly FactRow[]>;
  readonly waiting: () => Promise<number>;
  readonly tryNow: () => void;
  readonly stop: () => Promise<void>;
}

export interface TillToOpen {
  readonly name: string;
  readonly code: string;
  /** Enrolment is one act of a person, who would try again. */
  readonly enrolOver: Net;
  readonly net: Net;
  readonly startsAt: { readonly at: number; readonly day: string };
}

const APP = '0.1.0';
const ALL_UP = { signIn: 'up', sending: 'up' } as const;

/** @throws when the code is refused. */
export async function openTradingTill({
  name,
  code,
  enrolOver,
  net,
  startsAt,
}: TillToOpen): Promise<TradingTill> {
  const db = await openLocalDb(`-${name}`);
  const stopping = new AbortController();
  let now = startsAt;
  const stamp = (staff: string, how: Acting['how']): Acting => ({
    staff,
    how,
    moment: { wall: now.at, mono: Math.round(performance.now()), anchored: now.at, day: now.day },
    link: ALL_UP,
    app: APP,
  });
  const act = (): Acting => stamp('till', 'till');
  const clock = {
    now: () => now.at,
    day: () => now.day,
    anchored: () => now.at,
    moment: () => act().moment,
    hear: () => undefined,
  };
  const enrolled = await tillEnroller({ db, net: enrolOver, clock, act })(code);
  if (enrolled.is !== 'enrolled') throw new Error(`${name} was not enrolled: ${enrolled.is}`);
  const roster = await readRoster(db);
  if (roster === null) throw new Error(`${name} has no roster`);
  const readiness = () => Promise.resolve({ persistent: true, installed: true });
  const sync = startSync(
    { db, app: APP, act, readiness, onServerTime: () => undefined, net },
    stopping.signal,
  );
  return {
    name,
    db,
    policy: roster.roster.policy,
    products: async () =>
      new Map((await loadCatalogue(db)).products.map((product) => [product.sku, product])),
    at: (moment, staff) => {
      now = moment;
      return stamp(staff, 'pin');
    },
    facts: () => db.journal.facts.toArray(),
    waiting: async () => (await readStatus(db))?.waiting.facts ?? 0,
    tryNow: sync.tryNow,
    stop: async () => {
      stopping.abort();
      await sync.stopped;
      closeLocalDb(db);
    },
  };
}
