/** Founds a real business: with one shop, its owner and their account, and nothing of any other. */
import { uuidv7 } from 'uuidv7';
import type { Pool, PoolClient } from 'pg';
import { money } from '../../domain/money.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import type { FoundBusiness } from '../../protocol/set-up-messages.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { addShop, FIRST_SHOP_LETTER } from '../reference/create-business.ts';
import { makePin } from '../reference/make-secrets.ts';
import { saveCatalogue } from '../reference/save-catalogue.ts';
import { addPersonWithPin, saveAccount } from '../reference/save-people.ts';
import { COUNTRY_STARTS } from './country-start.ts';
import { isSetUpCode, newestBusiness } from './set-up-code.ts';

/** Two who found at once with one code: one of them does. */
const FOUNDING_LOCK = 4_602;

export interface NewOwner {
  readonly business: string;
  readonly person: string;
  readonly pin: string;
}

/** @returns null where the code is not, or no longer, the one. @throws what the database says of an e-mail that is taken. */
export function foundBusiness(
  pool: Pool,
  key: Uint8Array,
  wanted: FoundBusiness,
  now: number,
): Promise<NewOwner | null> {
  const business = uuidv7();
  return inTransaction(ofBusiness(pool, business), async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [FOUNDING_LOCK]);
    if (!isSetUpCode(wanted.code, key, await newestBusiness(client))) return null;
    return found(client, business, wanted, now);
  });
}

async function found(
  client: PoolClient,
  business: string,
  wanted: FoundBusiness,
  now: number,
): Promise<NewOwner> {
  const owner = { id: uuidv7(), name: wanted.owner, role: 'owner', pin: makePin('owner') } as const;
  await client.query('insert into evertill.business (business, name, created_at) values ($1, $2, $3)', [
    business,
    wanted.business,
    now,
  ]);
  const shop = { business, shop: uuidv7(), letter: FIRST_SHOP_LETTER, policy: policyOf(wanted) };
  await addShop(client, shop, now);
  await addPersonWithPin(client, business, owner, now);
  await saveAccount(client, business, owner.id, wanted);
  await saveCatalogue(client, business, { products: [], removed: [], categories: [], favourites: [] });
  return { business, person: owner.id, pin: owner.pin };
}

/** The rules a shop begins with; its owner changes them in the office. */
function policyOf({ business, country }: FoundBusiness): ShopPolicy {
  const { currency, locale, timeZone, taxRates } = COUNTRY_STARTS[country];
  return {
    businessName: business,
    shopName: business,
    address: [],
    vatNumber: '',
    currency,
    locale,
    timeZone,
    startOfDay: '04:00',
    tax: { pricesIncludeTax: true, rounding: 'perLine' },
    taxRates,
    repeatScans: 'raiseQuantity',
    float: money(15_000),
    refundWithoutManager: { days: 30, limit: money(5_000) },
    leaseDays: 7,
  };
}
