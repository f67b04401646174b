/** What somebody may ask before they have an account: how this server can be looked round, and founding a business of their own. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { foundBusinessSchema, type FirstStart, type Founded } from '../../protocol/set-up-messages.ts';
import { PEOPLE_PREFIX } from '../../protocol/till-messages.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { businessOf } from '../database/business-of.ts';
import { DEMO_BUSINESS, demoOfficeSignIn } from '../demo/seed-demo-business.ts';
import { foundBusiness } from '../set-up/found-business.ts';
import { newestBusiness } from '../set-up/set-up-code.ts';
import { attemptThrottle, type AttemptThrottle } from './attempt-throttle.ts';
import { deviceOf } from './device-of.ts';
import { isTakenEmail } from './give-account.ts';
import { noteQuietly } from './note-act.ts';
import { startSignIn, type Caller } from './office-sign-in.ts';
import { send, setSignInCookie, wrongInput, type PeopleDependencies } from './office-route.ts';
import { answer, refused, type Outcome } from './outcome.ts';
import { readMe } from './read-me.ts';

/** Of one address; the code has sixty bits. */
const FOUNDING_LIMITS = { triesMax: 10, whileMs: 10 * 60_000 };

const CODE_WRONG = refused(
  403,
  'code-invalid',
  'This set-up code opens nothing. The server’s start prints one.',
);
const EMAIL_TAKEN = refused(409, 'already-done', 'Another account has this e-mail.');
const PASSWORD_WEAK = refused(400, 'input-invalid', 'The password is the e-mail.');
const TOO_MANY_TRIES = refused(429, 'too-many-tries', 'Too many tries. Wait a while.');

export function addFoundRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  const throttle = attemptThrottle(FOUNDING_LIMITS);
  app.route({
    method: 'GET',
    url: `${PEOPLE_PREFIX}/first-start`,
    config: { api: { summary: 'GET /first-start', tag: 'office' } },
    handler: () => readFirstStart(dependencies),
  });
  app.route({
    method: 'POST',
    url: `${PEOPLE_PREFIX}/set-up/found`,
    config: { api: { summary: 'POST /set-up/found', input: foundBusinessSchema, tag: 'office' } },
    handler: async (request, reply) => send(reply, await found(request, reply, dependencies, throttle)),
  });
}

/** The demo's account is no secret: it stands in the documentation, and opens what is invented. */
async function readFirstStart({ pool }: PeopleDependencies): Promise<FirstStart> {
  const demo = demoOfficeSignIn();
  const isThere = (await businessOf(pool, 'account', demo.email)) === DEMO_BUSINESS;
  return { demo: isThere ? demo : null, isFounded: (await newestBusiness(pool)) !== null };
}

async function found(
  request: FastifyRequest,
  reply: FastifyReply,
  dependencies: PeopleDependencies,
  throttle: AttemptThrottle,
): Promise<Outcome<Founded>> {
  const { pool, clock, setUpKey, log } = dependencies;
  const wanted = z.safeParse(foundBusinessSchema, request.body);
  if (!wanted.success) return wrongInput(wanted.error);
  const { business: businessName, owner: name, email, password } = wanted.data;
  if (password.toLowerCase() === email) return PASSWORD_WEAK;
  const now = clock();
  const waitMs = throttle.spend(request.ip, now);
  if (waitMs > 0) {
    reply.header('retry-after', String(Math.ceil(waitMs / 1000)));
    return TOO_MANY_TRIES;
  }
  try {
    const owner = await foundBusiness(pool, setUpKey, wanted.data, now);
    if (owner === null) {
      log('A set-up code was refused.');
      return CODE_WRONG;
    }
    throttle.giveBack(request.ip);
    const { business, person, pin } = owner;
    const caller: Caller = { business, person, businessName, name, role: 'owner' };
    const own = ofBusiness(pool, business);
    const device = deviceOf(request.headers['user-agent'] ?? '');
    setSignInCookie(request, reply, await startSignIn(own, caller, device, now));
    await noteQuietly(
      own,
      caller,
      { act: 'businessFounded', till: null, detail: { name: businessName } },
      now,
    );
    return answer({ me: await readMe(own, caller, now), pin });
  } catch (error) {
    if (isTakenEmail(error)) return EMAIL_TAKEN;
    throw error;
  }
}
