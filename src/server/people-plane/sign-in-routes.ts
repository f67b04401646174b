/** Signing in to the office and out of it, and the question every till asks now and then: could someone sign in? */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { signInRequestSchema, type Me } from '../../protocol/people-messages.ts';
import { PEOPLE_PREFIX } from '../../protocol/till-messages.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { businessOf } from '../database/business-of.ts';
import { acceptCode, readSecondFactor } from '../second-factor/second-factor.ts';
import { attemptThrottle, type AttemptThrottle } from './attempt-throttle.ts';
import { checkPassword } from './check-password.ts';
import {
  addOfficeRoute,
  mayUseOffice,
  notPermitted,
  send,
  setSignInCookie,
  SIGN_IN_COOKIE,
  wrongInput,
  type PeopleDependencies,
} from './office-route.ts';
import { deviceOf } from './device-of.ts';
import { noteQuietly } from './note-act.ts';
import { noteRefusals, type RefusalAct } from './note-refusals.ts';
import { endSignIn, startSignIn, type Caller } from './office-sign-in.ts';
import { answer, refused, type Outcome } from './outcome.ts';
import { readMe } from './read-me.ts';

const MINUTE_MS = 60_000;
const SIGN_IN_WRONG = refused(401, 'sign-in-wrong', 'E-mail or password is wrong.');
/** Missing or wrong: whoever asks knows which. */
const CODE_NEEDED = refused(401, 'code-invalid', 'The code of the second factor is needed.');
const TOO_MANY_TRIES = refused(429, 'too-many-tries', 'Too many tries. Wait a while.');

interface Throttles {
  readonly email: AttemptThrottle;
  readonly address: AttemptThrottle;
}

export function addSignInRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  const throttles = {
    email: attemptThrottle({ triesMax: 10, whileMs: 10 * MINUTE_MS }),
    address: attemptThrottle({ triesMax: 40, whileMs: 10 * MINUTE_MS }),
  };
  app.post(`${PEOPLE_PREFIX}/sign-in`, async (request, reply) =>
    send(reply, await signIn(request, reply, dependencies, throttles)),
  );
  app.post(`${PEOPLE_PREFIX}/sign-out`, async (request, reply) => {
    const secret = request.cookies[SIGN_IN_COOKIE];
    if (secret !== undefined) await signOut(dependencies, secret);
    return reply.clearCookie(SIGN_IN_COOKIE, { path: PEOPLE_PREFIX }).send({});
  });
  app.get(`${PEOPLE_PREFIX}/sign-in-check`, async () => checkSignIn(dependencies));
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/me',
    input: z.object({}),
    handle: async ({ caller, pool, now }) => answer(await readMe(pool, caller, now)),
  });
}

async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  dependencies: PeopleDependencies,
  throttles: Throttles,
): Promise<Outcome<Me>> {
  const { pool, clock, secondFactorKey } = dependencies;
  const wanted = z.safeParse(signInRequestSchema, request.body);
  if (!wanted.success) return wrongInput(wanted.error);
  const now = clock();
  const email = wanted.data.email.trim().toLowerCase();
  const waitMs = Math.max(throttles.address.spend(request.ip, now), throttles.email.spend(email, now));
  if (waitMs > 0) {
    reply.header('retry-after', String(Math.ceil(waitMs / 1000)));
    return TOO_MANY_TRIES;
  }
  const device = deviceOf(request.headers['user-agent'] ?? '');
  const noteRefused = (of: Caller, act: RefusalAct): void => {
    const isHeld = throttles.email.isSpent(email, now);
    noteInPassing(dependencies, of, isHeld ? [act, 'signInHeld'] : [act], { device, now });
  };
  const verdict = await checkPassword(pool, email, wanted.data.password, now);
  if (verdict.is === 'wrong') {
    if (verdict.of !== null) noteRefused(verdict.of, 'passwordWrong');
    return SIGN_IN_WRONG;
  }
  const { caller } = verdict;
  const own = ofBusiness(pool, caller.business);
  // A right password gives no tries back while a code is asked for: codes are guessed no faster than passwords.
  if ((await readSecondFactor(own, caller)).since !== null) {
    const { code = '' } = wanted.data;
    if (code === '') return CODE_NEEDED;
    if (!(await acceptCode(own, secondFactorKey, caller, { code, now }))) {
      noteRefused(caller, 'codeWrong');
      return CODE_NEEDED;
    }
  }
  throttles.email.giveBack(email);
  throttles.address.giveBack(request.ip);
  if (!mayUseOffice(caller)) return notPermitted();
  setSignInCookie(request, reply, await startSignIn(own, caller, device, now));
  await noteQuietly(own, caller, { act: 'signedIn', till: null, detail: { device } }, now);
  return answer(await readMe(own, caller, now));
}

/** Nobody waits for it: an answer that took longer would tell whose e-mail is known here. */
function noteInPassing(
  { pool, log }: PeopleDependencies,
  of: Caller,
  acts: readonly RefusalAct[],
  seen: { readonly device: string; readonly now: number },
): void {
  noteRefusals(ofBusiness(pool, of.business), of, acts, seen).catch((error: unknown) => {
    log(`a refused sign-in was not written down: ${String(error)}`);
  });
}

async function signOut({ pool, clock }: PeopleDependencies, secret: string): Promise<void> {
  const gone = await endSignIn(pool, secret);
  if (gone === null) return;
  const own = ofBusiness(pool, gone.business);
  await noteQuietly(own, gone, { act: 'signedOut', till: null, detail: {} }, clock());
}

/** Goes the way a sign-in goes: the same pool, the tables it reads and the one it writes. @throws where a sign-in would. */
async function checkSignIn({
  pool,
  clock,
}: PeopleDependencies): Promise<{ signIn: 'up'; serverTime: number }> {
  await businessOf(pool, 'account', '');
  await pool.query(
    'select 1 from evertill.office_account join evertill.person using (business, person) limit 1',
  );
  await pool.query('delete from evertill.office_sign_in where id_hash = $1', ['']);
  return { signIn: 'up', serverTime: clock() };
}
