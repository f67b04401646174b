/** Builds and signs the roster of one till: who may work there, by which rules, with verifiers only this till can use. */
import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { signRoster } from '../../journal/roster-signature.ts';
import { ROSTER_STAFF_MAX } from '../../protocol/limits.ts';
import {
  pinParametersSchema,
  roleSchema,
  shopPolicySchema,
  type RosterStaff,
  type SignedRoster,
} from '../../protocol/roster.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import type { Protocol } from '../../protocol/version.ts';
import { readDrawers } from '../reference/read-drawers.ts';
import type { ServerKeys } from '../server-keys.ts';
import { policyOfProtocol } from './roster-of-protocol.ts';
import { readServerState } from './server-state.ts';

const bufferSchema = z.instanceof(Buffer);

const tillSchema = z.object({
  till: z.string(),
  tillName: z.string(),
  business: z.string(),
  shop: z.string(),
  publicKey: z.string(),
  keptPepper: z.nullable(bufferSchema),
  policy: shopPolicySchema,
});

const staffSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  pinLength: z.int(),
  salt: bufferSchema,
  parameters: pinParametersSchema,
  argon2Output: bufferSchema,
});

/** @throws when no tablet has enrolled as this till. */
export async function signedRosterFor(
  database: Queryable,
  till: string,
  keys: ServerKeys,
  now: number,
  protocol: Protocol,
): Promise<SignedRoster> {
  // The state first: what changes after it is in the rows too, and comes again under the next version.
  const state = await readServerState(database, till);
  const { publicKey, keptPepper, ...place } = await readPlace(database, till);
  const pepper = keptPepper ?? keys.pepperOf(till, publicKey);
  const staff = await readStaff(database, place.business);
  const drawer = await readDrawer(database, place);
  const roster = {
    ...place,
    policy: policyOfProtocol(place.policy, protocol),
    epoch: state.serverEpoch,
    version: state.rosterVersion,
    issued: now,
    unlocks: [],
    revocation: state.revocation,
    staff: staff.map((person) => rosterStaff(person, pepper)),
    ...(protocol === 1 ? {} : { sealedBox: keys.sealedBox.publicKey, ...drawer }),
  };
  return signRoster(roster, keys.online.privateKey, keys.online.certificate);
}

async function readPlace(database: Queryable, till: string): Promise<z.infer<typeof tillSchema>> {
  const row = await queryRow(
    database,
    `select till.till, till.name as "tillName", till.business, till.shop, till.public_key as "publicKey",
            till.pepper as "keptPepper", shop.policy
     from evertill.till join evertill.shop using (shop) where till.till = $1 and till.public_key is not null`,
    [till],
    tillSchema,
  );
  if (row === null) throw new Error(`till ${till} is not enrolled`);
  return row;
}

/** A till that takes no cash, or was given no drawer, is told of none. */
async function readDrawer(
  database: Queryable,
  { shop, till }: { shop: string; till: string },
): Promise<Pick<SignedRoster['roster'], 'drawer'>> {
  const drawers = await readDrawers(database, shop);
  const drawer = drawers.find(({ tills }) => tills.some((one) => one.till === till));
  if (drawer === undefined || drawer.countedAt === null) return {};
  return { drawer: { ...drawer, countedAt: drawer.countedAt } };
}

function readStaff(database: Queryable, business: string): Promise<z.infer<typeof staffSchema>[]> {
  return queryRows(
    database,
    `select person as id, name, role, pin_length as "pinLength", salt, parameters, argon2_output as "argon2Output"
     from evertill.person join evertill.person_pin using (business, person)
     where business = $1 and removed_at is null order by name, person limit $2`,
    [business, ROSTER_STAFF_MAX],
    staffSchema,
  );
}

function rosterStaff(person: z.infer<typeof staffSchema>, pepper: Buffer): RosterStaff {
  const { salt, parameters, argon2Output, ...rest } = person;
  return {
    ...rest,
    pinSalt: salt.toString('base64url'),
    pinParameters: parameters,
    verifier: createHmac('sha256', pepper).update(argon2Output).digest('base64url'),
  };
}
