/** One shape for every office route: who asks, may they, is the input right; then the answer or the refusal. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { runsTheShop } from '../../domain/role.ts';
import { PEOPLE_PREFIX } from '../../protocol/till-messages.ts';
import { ofBusiness } from '../database/borrow-connection.ts';

import type { Connections } from '../database/query-rows.ts';
import { replyProblem } from '../front/problem-reply.ts';
import type { Clock } from '../server-clock.ts';
import { findCaller, SIGN_IN_MS_MAX, type Caller, type SignedIn } from './office-sign-in.ts';
import { answer, refused, type Outcome, type Refused } from './outcome.ts';

export const SIGN_IN_COOKIE = 'evertill-office';

/** What every route works with. */
export interface PeopleDependencies {
  /** As the role `evertill_people`; sees nothing until a business is named. */
  readonly pool: Pool;
  readonly clock: Clock;
  /** 32 bytes that open the second factors' secrets. */
  readonly secondFactorKey: Uint8Array;
  /** 32 bytes from which the code follows that founds a business. */
  readonly setUpKey: Uint8Array;
  readonly log: (words: string) => void;
}

export interface Asked<Input> {
  readonly input: Input;
  readonly caller: SignedIn;
  /** As the caller's business sees the database. */
  readonly pool: Connections;
  readonly now: number;
}

export interface OfficeRoute<Input, Body> {
  readonly method: 'GET' | 'POST';
  /** Below the people plane's prefix. */
  readonly path: string;
  /** Of the path's, the query's and the body's values together; the path's win. */
  readonly input: z.ZodMiniType<Input>;
  /** Where the plane's own limit is too low. */
  readonly bodyBytesMax?: number;
  readonly handle: (asked: Asked<Input>) => Promise<Outcome<Body>>;
}

const SIGN_IN_NEEDED = refused(401, 'sign-in-needed', 'Sign in first.');
const NOT_PERMITTED = refused(403, 'not-permitted', 'The office is for managers and owners.');

export function addOfficeRoute<Input, Body>(
  app: FastifyInstance,
  dependencies: PeopleDependencies,
  route: OfficeRoute<Input, Body>,
): void {
  app.route({
    method: route.method,
    url: PEOPLE_PREFIX + route.path,
    ...(route.bodyBytesMax === undefined ? {} : { bodyLimit: route.bodyBytesMax }),
    config: { api: { summary: `${route.method} ${route.path}`, input: route.input, tag: 'office' } },
    handler: async (request, reply) => send(reply, await decide(request, dependencies, route)),
  });
}

async function decide<Input, Body>(
  request: FastifyRequest,
  dependencies: PeopleDependencies,
  route: OfficeRoute<Input, Body>,
): Promise<Outcome<Body>> {
  const { pool, clock } = dependencies;
  const now = clock();
  const caller = await callerOf(request, dependencies);
  if (caller.is === 'refused') return caller;
  const input = z.safeParse(route.input, valuesOf(request));
  if (!input.success) return wrongInput(input.error);
  const own = ofBusiness(pool, caller.body.business);
  return route.handle({ input: input.data, caller: caller.body, pool: own, now });
}

/** Who asks, if they may use the office. */
export async function callerOf(
  request: FastifyRequest,
  { pool, clock }: PeopleDependencies,
): Promise<Outcome<SignedIn>> {
  const secret = request.cookies[SIGN_IN_COOKIE];
  const caller = secret === undefined ? null : await findCaller(pool, secret, clock());
  if (caller === null) return SIGN_IN_NEEDED;
  return mayUseOffice(caller) ? answer(caller) : NOT_PERMITTED;
}

export function setSignInCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(SIGN_IN_COOKIE, secret, {
    path: PEOPLE_PREFIX,
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: SIGN_IN_MS_MAX / 1000,
  });
}

export function mayUseOffice(caller: Pick<Caller, 'role'>): boolean {
  return runsTheShop(caller.role);
}

export function notPermitted(): Refused {
  return NOT_PERMITTED;
}

export function wrongInput(error: z.core.$ZodError): Refused {
  const [issue] = error.issues;
  return refused(
    400,
    'input-invalid',
    `Not as expected: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
  );
}

export function send<Body>(reply: FastifyReply, outcome: Outcome<Body>): FastifyReply {
  if (outcome.is === 'answer') return reply.send(outcome.body);
  return replyProblem(reply, outcome.status, outcome.code, outcome.title);
}

function valuesOf(request: FastifyRequest): Record<string, unknown> {
  return { ...partsOf(request.body), ...partsOf(request.query), ...partsOf(request.params) };
}

function partsOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
