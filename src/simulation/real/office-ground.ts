/** The ground that real head offices of a simulation stand on: a database with a business and tills to enrol, copied for each. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabase, type DatabaseAddress } from '../../server/database/database-address.ts';
import { inTransaction } from '../../server/database/in-transaction.ts';
import { openPool } from '../../server/database/pool.ts';
import type { Queryable } from '../../server/database/query-rows.ts';
import { addTill } from '../../server/reference/add-till.ts';
import { createBusiness } from '../../server/reference/create-business.ts';
import { issueEnrolmentCode } from '../../server/reference/enrolment-code.ts';
import { startTestDatabase } from '../../testing/database.ts';
import { TRIAL_POLICY, trialProduct } from '../../testing/trial-shop.ts';
import { OPENS_AT } from '../play-plan.ts';

export const BUSINESS = 'business-1';
export const MANAGER = 'manager-1';
export const PRODUCTS = ['apple', 'bread', 'cup', 'dish', 'egg'] as const;
const SHOP = 'shop-1';
const TILLS_MAX = 3;

export interface PlacedTill {
  /** As the server calls it. */
  readonly till: string;
  /** Enrols it, once in each copy of the database. */
  readonly code: string;
}

export interface OfficeGround {
  readonly tills: readonly PlacedTill[];
  /** For keys and backups. */
  readonly folder: string;
  readonly newDatabase: (name: string) => Promise<DatabaseAddress>;
  readonly copy: (from: DatabaseAddress, name: string) => Promise<DatabaseAddress>;
  readonly drop: (address: DatabaseAddress) => Promise<void>;
  /** Kills the database's own processes and starts them anew; null where others work on them too. */
  readonly killDatabase: (() => Promise<void>) | null;
  readonly stop: () => Promise<void>;
}

export async function layGround(): Promise<OfficeGround> {
  const template = await startTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'evertill-simulation-'));
  const owner = openPool(template.address, 'owner');
  const tills = await inTransaction(owner, setUp);
  await owner.end();
  const maintenance = openPool(withDatabase(template.address, 'postgres'), 'owner');
  const copy = async (from: DatabaseAddress, name: string): Promise<DatabaseAddress> => {
    const to = withDatabase(from, `${nameOf(template.address)}_${name}`);
    await maintenance.query(`create database ${nameOf(to)} template ${nameOf(from)}`);
    return to;
  };
  return {
    tills,
    folder,
    newDatabase: (name) => copy(template.address, name),
    copy,
    drop: async (address) => {
      await maintenance.query(`drop database ${nameOf(address)} with (force)`);
    },
    killDatabase: template.killCluster,
    stop: async () => {
      await maintenance.end();
      await template.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function setUp(client: Queryable): Promise<PlacedTill[]> {
  const products = PRODUCTS.map((id) => trialProduct({ id }));
  const people = [{ id: MANAGER, name: 'Mara', role: 'manager', pin: '482691' }] as const;
  const wanted = {
    business: BUSINESS,
    shop: SHOP,
    kind: 'real',
    policy: TRIAL_POLICY,
    people,
    products,
  } as const;
  await createBusiness(client, { ...wanted, categories: [], favourites: [] }, OPENS_AT);
  const tills: PlacedTill[] = [];
  for (let number = 1; number <= TILLS_MAX; number += 1) {
    const added = await addTill(client, SHOP, `till-${String(number)}`, OPENS_AT);
    const issued = added === null ? null : await issueEnrolmentCode(client, added.till, OPENS_AT);
    if (issued === null) throw new Error('no till was added');
    tills.push({ till: issued.till, code: issued.code });
  }
  return tills;
}

export function nameOf(address: DatabaseAddress): string {
  return address.is === 'socket' ? address.database : new URL(address.url).pathname.slice(1);
}
