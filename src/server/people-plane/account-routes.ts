/** /account…: one's own e-mail, password and second factor. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import {
  changePasswordSchema,
  confirmSecondFactorSchema,
  endSecondFactorSchema,
  PASSWORD_LENGTH_MIN,
  type Account,
  type SecondFactorBegun,
} from '../../protocol/account-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { hashPassword } from '../reference/hash-password.ts';
import {
  acceptCode,
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  readSecondFactor,
} from '../second-factor/second-factor.ts';
import { base32, otpauthUri } from '../second-factor/totp.ts';
import { attemptThrottle, type AttemptThrottle } from './attempt-throttle.ts';
import { isOwnPassword } from './check-password.ts';
import { noteAct } from './note-act.ts';
import type { SignedIn } from './office-sign-in.ts';
import { addOfficeRoute, type Asked, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';

const MINUTE_MS = 60_000;
const DONE = answer({ done: true } as const);
const WRONG = refused(403, 'sign-in-wrong', 'The password is wrong.');
const CODE_WRONG = refused(403, 'code-invalid', 'The code is wrong or was used.');
const ALREADY_ON = refused(409, 'already-done', 'A second factor is on already.');
const TOO_MANY_TRIES = refused(429, 'too-many-tries', 'Too many tries. Wait a while.');
const TOO_WEAK = refused(400, 'input-invalid', 'The new password is too short, the e-mail, or the old one.');

export function addAccountRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  const { secondFactorKey: key } = dependencies;
  const throttle = attemptThrottle({ triesMax: 10, whileMs: 10 * MINUTE_MS });
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/account',
    input: z.object({}),
    handle: async ({ caller, pool }) => {
      const account = await readAccount(pool, caller);
      return account === null ? NOT_FOUND : answer(account);
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/account/password',
    input: changePasswordSchema,
    handle: (asked) => guarded(throttle, asked, () => changePassword(asked)),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/account/second-factor',
    input: z.object({}),
    handle: (asked) => begin(asked, key),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/account/second-factor/confirm',
    input: confirmSecondFactorSchema,
    handle: (asked) => guarded(throttle, asked, () => confirm(asked, key)),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/account/second-factor/end',
    input: endSecondFactorSchema,
    handle: (asked) => guarded(throttle, asked, () => end(asked, key)),
  });
}

/** Whoever sits down at an open office guesses no faster than at its door. */
async function guarded<Body>(
  throttle: AttemptThrottle,
  { caller, now }: Pick<Asked<unknown>, 'caller' | 'now'>,
  act: () => Promise<Outcome<Body>>,
): Promise<Outcome<Body>> {
  const who = JSON.stringify([caller.business, caller.person]);
  if (throttle.spend(who, now) > 0) return TOO_MANY_TRIES;
  const outcome = await act();
  if (outcome.is === 'answer') throttle.giveBack(who);
  return outcome;
}

async function readAccount(database: Queryable, caller: SignedIn): Promise<Account | null> {
  const row = await queryRow(
    database,
    `select email, temporary_until as "passwordUntil" from evertill.office_account
     where business = $1 and person = $2`,
    [caller.business, caller.person],
    z.object({ email: z.string(), passwordUntil: z.nullable(z.int()) }),
  );
  return row && { ...row, secondFactor: await readSecondFactor(database, caller) };
}

async function changePassword({
  input: { old, wanted },
  caller,
  pool,
  now,
}: Asked<z.infer<typeof changePasswordSchema>>): Promise<Outcome<{ done: true }>> {
  const account = await readAccount(pool, caller);
  if (account === null || !(await isOwnPassword(pool, caller, old))) return WRONG;
  if (wanted.length < PASSWORD_LENGTH_MIN || wanted === old || wanted.toLowerCase() === account.email)
    return TOO_WEAK;
  const hash = await hashPassword(wanted);
  return inTransaction(pool, async (client) => {
    const { business, person, signIn } = caller;
    await client.query(
      `update evertill.office_account set password_hash = $3, temporary_until = null
       where business = $1 and person = $2`,
      [business, person, hash],
    );
    // Whoever knew the old one may be signed in somewhere.
    await client.query(
      'delete from evertill.office_sign_in where business = $1 and person = $2 and sign_in <> $3',
      [business, person, signIn],
    );
    await noteAct(client, caller, { act: 'passwordChanged', till: null, detail: {} }, now);
    return DONE;
  });
}

async function begin({ caller, pool }: Asked<object>, key: Uint8Array): Promise<Outcome<SecondFactorBegun>> {
  const account = await readAccount(pool, caller);
  const secret = await beginSecondFactor(pool, key, caller);
  if (account === null || secret === null) return ALREADY_ON;
  const uri = otpauthUri(secret, `Evertill ${caller.businessName}`, account.email);
  return answer({ secret: base32(secret), uri });
}

function confirm(
  { input, caller, pool, now }: Asked<{ code: string }>,
  key: Uint8Array,
): Promise<Outcome<{ recoveryCodes: string[] }>> {
  const code = input.code.replaceAll(/\s/g, '');
  return inTransaction(pool, async (client) => {
    const recoveryCodes = await confirmSecondFactor(client, key, caller, { code, now });
    if (recoveryCodes === null) return CODE_WRONG;
    await noteAct(client, caller, { act: 'secondFactorOn', till: null, detail: {} }, now);
    return answer({ recoveryCodes });
  });
}

async function end(
  { input, caller, pool, now }: Asked<z.infer<typeof endSecondFactorSchema>>,
  key: Uint8Array,
): Promise<Outcome<{ done: true }>> {
  if (!(await isOwnPassword(pool, caller, input.password))) return WRONG;
  return inTransaction(pool, async (client) => {
    if (!(await acceptCode(client, key, caller, { code: input.code, now }))) return CODE_WRONG;
    await endSecondFactor(client, caller);
    await noteAct(client, caller, { act: 'secondFactorOff', till: null, detail: {} }, now);
    return DONE;
  });
}
