/** Gives somebody who runs the shop an account of the office, or a new first password for the one they have. */
import type { PoolClient } from 'pg';
import { mayLookAfter, runsTheShop } from '../../domain/role.ts';
import type { AccountGiven } from '../../protocol/staff-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { hashPassword } from '../reference/hash-password.ts';
import { makePassword } from '../reference/make-secrets.ts';
import { endSecondFactor } from '../second-factor/second-factor.ts';
import { endSignInsOf } from './change-staff.ts';
import { noteAct } from './note-act.ts';
import { notPermitted, type Asked } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';
import { mayGiveAccounts, readPerson } from './read-staff.ts';

/** Long enough to hand it over, too short to lie about. */
export const FIRST_PASSWORD_MS_MAX = 72 * 60 * 60_000;

const NOT_THEIRS = refused(403, 'not-permitted', 'The office is for managers and owners.');
const EMAIL_TAKEN = refused(409, 'already-done', 'Another account has this e-mail.');

type GivingAccount = Asked<{ person: string; email: string }>;

export async function giveAccount(asked: GivingAccount): Promise<Outcome<AccountGiven>> {
  try {
    return await give(asked);
  } catch (error) {
    if (isTakenEmail(error)) return EMAIL_TAKEN;
    throw error;
  }
}

async function give({ input, caller, pool, now }: GivingAccount): Promise<Outcome<AccountGiven>> {
  const password = makePassword();
  const hash = await hashPassword(password);
  return inTransaction(pool, async (client) => {
    await client.query('select 1 from evertill.business where business = $1 for update', [caller.business]);
    const person = await readPerson(client, caller, input.person);
    if (person === null) return NOT_FOUND;
    if (person.id === caller.person || !mayLookAfter(caller.role, person.role)) return notPermitted();
    if (!(await mayGiveAccounts(client, caller))) return notPermitted();
    if (!runsTheShop(person.role) || person.endedAt !== null) return NOT_THEIRS;
    const until = now + FIRST_PASSWORD_MS_MAX;
    const account = { business: caller.business, person: person.id, email: input.email, hash, until };
    await putAccount(client, account);
    // Whoever lost the password may have lost the other device as well.
    await endSecondFactor(client, account);
    await endSignInsOf(client, caller.business, person.id);
    const detail = { person: person.id, name: person.name, email: input.email };
    await noteAct(client, caller, { act: 'officeAccountMade', till: null, detail }, now);
    return answer({ person: { ...person, email: input.email }, password, until });
  });
}

interface Account {
  readonly business: string;
  readonly person: string;
  readonly email: string;
  readonly hash: string;
  readonly until: number;
}

async function putAccount(client: PoolClient, account: Account): Promise<void> {
  const { business, person, email, hash, until } = account;
  await client.query(
    `insert into evertill.office_account (business, person, email, password_hash, temporary_until)
     values ($1, $2, $3, $4, $5)
     on conflict (business, person) do update set email = excluded.email,
       password_hash = excluded.password_hash, temporary_until = excluded.temporary_until`,
    [business, person, email, hash, until],
  );
}

/** Another account has the e-mail, of whatever business. */
export function isTakenEmail(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
