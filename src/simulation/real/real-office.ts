/** Head office on the real server and database: what can be done to it, and what it then holds. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import type { NetAnswer, NetRequest } from '../../sync/ports.ts';
import { PEOPLE_PREFIX } from '../../protocol/till-messages.ts';
import { makeBackup } from '../../server/backup/make-backup.ts';
import { restoreBackup } from '../../server/backup/restore-backup.ts';
import { makeNewRoot, rotateOnlineKey } from '../../server/change-keys.ts';
import type { DatabaseAddress } from '../../server/database/database-address.ts';
import { inTransaction } from '../../server/database/in-transaction.ts';
import { queryRows, type Queryable } from '../../server/database/query-rows.ts';
import { migrationList } from '../../server/migrations/migration-list.ts';
import { changeRevocation } from '../../server/people-plane/change-revocation.ts';
import { issueEnrolmentCode } from '../../server/reference/enrolment-code.ts';
import { raiseVersion } from '../../server/reference/raise-version.ts';
import { saveCatalogue } from '../../server/reference/save-catalogue.ts';
import { loadOrCreateServerKeys } from '../../server/server-keys.ts';
import { makeAnswer } from '../../testing/make-answer.ts';
import { trialProduct } from '../../testing/trial-shop.ts';
import { FAILED } from '../head-office.ts';
import type { World } from '../world.ts';
import type { Labour } from './labour.ts';
import { BUSINESS, MANAGER, type OfficeGround } from './office-ground.ts';
import { serveOffice, type ServingOffice } from './serve-office.ts';
import { signRealDays } from './sign-real-days.ts';
import { withOwner } from './with-owner.ts';

export interface RealOffice {
  readonly answer: (request: NetRequest) => Promise<NetAnswer>;
  /** Well-formed and sealed answers of another environment that knows tills of the same names. */
  readonly answerForeign: (request: NetRequest) => Promise<NetAnswer>;
  readonly setProtocol: (version: 1 | 2) => void;
  readonly setPeopleDown: (down: boolean) => void;
  /** The server dies, and now and then the database's own processes with it. */
  readonly crash: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly backUp: () => Promise<void>;
  /** @param wantsOlder the backup before the last one. @returns whether it went back behind the last one. */
  readonly restore: (wantsOlder: boolean) => Promise<boolean>;
  readonly replicaCaughtUp: () => Promise<void>;
  readonly failover: () => Promise<void>;
  readonly rotateOnline: () => Promise<void>;
  readonly loseRoot: () => Promise<void>;
  /** What tills have to pin by now. */
  readonly root: () => string;
  readonly isDown: () => boolean;
  /** As a manager gives it to whoever stands at that till. */
  readonly codeFor: (till: string) => Promise<string>;
  readonly newRoster: () => Promise<void>;
  readonly newCatalogue: (removes: boolean) => Promise<void>;
  readonly revoke: (till: string, revoked: boolean) => Promise<void>;
  /** A manager signs every day with something new on it. @returns the numbers of the signatures. */
  readonly signOff: () => Promise<number[]>;
  readonly look: <Result>(act: (client: Queryable) => Promise<Result>) => Promise<Result>;
  readonly stop: () => Promise<void>;
}

export interface OfficeParts {
  readonly world: World;
  readonly labour: Labour;
  readonly ground: OfficeGround;
  /** Sets its database and files apart from others'. */
  readonly name: string;
}

interface OfficeState {
  readonly parts: OfficeParts;
  readonly folder: string;
  readonly made: DatabaseAddress[];
  address: DatabaseAddress;
  serving: ServingOffice | null;
  foreign: ServingOffice | null;
  replica: DatabaseAddress | null;
  root: string;
  /** Newest last. */
  readonly backups: string[];
  protocol: 1 | 2;
  peopleAreDown: boolean;
  newProducts: number;
}

export async function openRealOffice(parts: OfficeParts): Promise<RealOffice> {
  const { ground, name } = parts;
  const address = await ground.newDatabase(name);
  const state: OfficeState = {
    parts,
    folder: join(ground.folder, name),
    made: [address],
    address,
    serving: null,
    foreign: null,
    replica: null,
    root: '',
    backups: [],
    protocol: 2,
    peopleAreDown: false,
    newProducts: 0,
  };
  await start(state);
  const working = <Result>(work: () => Promise<Result>): Promise<Result> => parts.labour.during(work());
  return {
    answer: (request) => parts.labour.during(answer(state, request)),
    answerForeign: (request) => parts.labour.during(answerForeign(state, request)),
    setProtocol: (version) => {
      state.protocol = version;
    },
    setPeopleDown: (down) => {
      state.peopleAreDown = down;
    },
    crash: () => working(() => crash(state)),
    start: () => working(() => start(state)),
    backUp: () => working(() => backUp(state)),
    restore: (wantsOlder) => working(() => restore(state, wantsOlder)),
    replicaCaughtUp: () => working(() => replicaCaughtUp(state)),
    failover: () => working(() => failover(state)),
    rotateOnline: () => working(() => changeKeys(state, rotateOnlineKey)),
    loseRoot: () => working(() => changeKeys(state, makeNewRoot)),
    root: () => state.root,
    isDown: () => state.serving === null,
    codeFor: (till) => working(() => codeFor(state, till)),
    newRoster: () => working(() => change(state, raiseRoster)),
    newCatalogue: (removes) => working(() => newCatalogue(state, removes)),
    signOff: () => working(() => withOwner(state.address, (pool) => signRealDays(pool, parts.world.now()))),
    revoke: (till, revoked) => working(() => revoke(state, till, revoked)),
    look: (act) => parts.labour.during(withOwner(state.address, act)),
    stop: () => stop(state),
  };
}

async function answer(state: OfficeState, request: NetRequest): Promise<NetAnswer> {
  const { serving, peopleAreDown } = state;
  if (serving === null) return FAILED;
  if (peopleAreDown && request.target.startsWith(PEOPLE_PREFIX)) return makeAnswer(500, {}, '');
  const answered = await serving.answer(request);
  return serving.life.isOver ? FAILED : answered;
}

/** Made when it is first met. */
async function answerForeign(state: OfficeState, request: NetRequest): Promise<NetAnswer> {
  state.foreign ??= await openForeign(state);
  return state.foreign.answer(request);
}

async function openForeign(state: OfficeState): Promise<ServingOffice> {
  const { parts, folder } = state;
  const wasUp = await pause(state);
  const address = await copyOf(state);
  if (wasUp) await start(state);
  const keys = await loadOrCreateServerKeys(join(folder, 'foreign'), parts.world.now());
  return serveOffice({ ...parts, address, keys, isOlder: () => false });
}

async function start(state: OfficeState): Promise<void> {
  const { parts, address, folder } = state;
  if (state.serving !== null) return;
  const keys = await loadOrCreateServerKeys(folder, parts.world.now());
  state.root = keys.root;
  state.serving = await serveOffice({ ...parts, address, keys, isOlder: () => state.protocol === 1 });
}

const DATABASE_DIES_TOO = 0.2;

async function crash(state: OfficeState): Promise<void> {
  const { world, ground } = state.parts;
  const isKilled = world.chance('database').happens(DATABASE_DIES_TOO);
  if (ground.killDatabase === null || state.serving === null || !isKilled) return kill(state);
  world.count('fault: database killed');
  await state.serving.kill(ground.killDatabase);
  state.serving = null;
}

async function kill(state: OfficeState): Promise<void> {
  const { serving } = state;
  state.serving = null;
  await serving?.kill();
}

/** A restart in no time; what was under way does not survive it. @returns whether the server was up. */
async function pause(state: OfficeState): Promise<boolean> {
  const wasUp = state.serving !== null;
  await kill(state);
  return wasUp;
}

async function backUp(state: OfficeState): Promise<void> {
  const { parts, address, folder } = state;
  const made = await makeBackup(address, join(folder, 'backups'), parts.world.now());
  state.backups.push(made.folder);
  // A replica is never behind by so much.
  if (state.replica !== null) await replicaCaughtUp(state);
}

async function restore(state: OfficeState, wantsOlder: boolean): Promise<boolean> {
  const { parts, address, backups } = state;
  const from = backups.at(wantsOlder ? -2 : -1);
  if (from === undefined) return false;
  await kill(state);
  await restoreBackup({ address, from, replace: true, migrations: migrationList, now: parts.world.now() });
  await start(state);
  return wantsOlder;
}

async function replicaCaughtUp(state: OfficeState): Promise<void> {
  const wasUp = await pause(state);
  state.replica = await copyOf(state);
  if (wasUp) await start(state);
}

async function failover(state: OfficeState): Promise<void> {
  const { replica } = state;
  if (replica === null) return;
  await kill(state);
  state.address = replica;
  state.replica = await copyOf(state);
  await change(state, newTimeline);
  await start(state);
}

async function copyOf({ parts, made, address }: OfficeState): Promise<DatabaseAddress> {
  const copy = await parts.ground.copy(address, `${parts.name}_${String(made.length)}`);
  made.push(copy);
  return copy;
}

/** A copy of a database has the timeline of its cluster: what PostgreSQL's promotion would change is changed here by hand. */
async function newTimeline(client: Queryable): Promise<void> {
  await client.query(`update evertill.server_state set database = database || '+'`);
}

/** Servers take new keys up at their next start. */
async function changeKeys(state: OfficeState, act: typeof makeNewRoot): Promise<void> {
  await act(state.folder, state.parts.world.now());
  if (await pause(state)) await start(state);
}

async function codeFor({ address, parts }: OfficeState, till: string): Promise<string> {
  const issued = await withOwner(address, (pool) => issueEnrolmentCode(pool, till, parts.world.now()));
  if (issued === null) throw new RangeError(`head office knows no ${till}`);
  return issued.code;
}

async function raiseRoster(client: Queryable): Promise<void> {
  await raiseVersion(client, BUSINESS, 'roster');
}

async function newCatalogue(state: OfficeState, removes: boolean): Promise<void> {
  const unchanged = { products: [], removed: [], categories: null, favourites: null };
  state.newProducts += 1;
  const id = `new-${String(state.newProducts)}`;
  await change(state, async (client) => {
    const [gone] = removes ? await livingProducts(client) : [];
    const products = gone === undefined ? [trialProduct({ id })] : [];
    await saveCatalogue(client, BUSINESS, {
      ...unchanged,
      products,
      removed: gone === undefined ? [] : [gone],
    });
  });
}

async function livingProducts(client: Queryable): Promise<string[]> {
  const text = 'select product from evertill.product where business = $1 and not removed order by product';
  const rows = await queryRows(client, text, [BUSINESS], z.object({ product: z.string() }));
  return rows.map(({ product }) => product);
}

async function revoke(state: OfficeState, till: string, revoked: boolean): Promise<void> {
  const { world } = state.parts;
  const caller = {
    person: MANAGER,
    name: 'Mara',
    role: 'manager',
    business: BUSINESS,
    businessName: '',
  } as const;
  await change(state, async (client) => {
    await changeRevocation(client, caller, { till, revoked, why: 'simulated' }, world.now());
  });
}

async function change({ address }: OfficeState, act: (client: PoolClient) => Promise<void>): Promise<void> {
  await withOwner(address, (pool) => inTransaction(pool, act));
}

async function stop(state: OfficeState): Promise<void> {
  await kill(state);
  await state.foreign?.kill();
  for (const address of state.made) await state.parts.ground.drop(address);
  await rm(state.folder, { recursive: true, force: true });
}
