/**
 * Faults on demand, for trying an outage, for the drill and for tests. Registered before everything else, and only in a start
 * with --demo-faults: without it none of these routes exists. Its own page is the Outage lab at /lab.
 */
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { openPool } from '../database/pool.ts';
import type { FaultControls } from '../front/start-server.ts';
import { replyProblem } from '../front/problem-reply.ts';
import { drillShopRoute } from '../import/drill-shop-route.ts';
import { breakAnswer, cutOff } from './break-answer.ts';
import { faultFor, NO_FAULTS, setFaultSchema, type Faults, type PeoplePlaneFault } from './fault-board.ts';
import { labPage } from './lab-page.ts';

const FAULTS_ROUTE = '/api/v1/lab/faults';

const entryOf = {
  throwAtStart: brokenPeoplePlane('throws-at-start.ts'),
  answers500: brokenPeoplePlane('answers-500.ts'),
  hangs: brokenPeoplePlane('hangs.ts'),
  poolExhausted: brokenPeoplePlane('pool-exhausted.ts'),
} as const satisfies Record<Exclude<PeoplePlaneFault, 'none'>, string>;

/** Named by its path and run in a process of its own; nothing of it is loaded here. */
function brokenPeoplePlane(file: string): string {
  return fileURLToPath(new URL(`broken-people/${file}`, import.meta.url));
}

/** Holds the switches. Changing them ends what hangs. */
class FaultSwitches {
  faults: Faults = NO_FAULTS;
  #changed = new AbortController();
  readonly #controls: FaultControls;

  constructor(controls: FaultControls) {
    this.#controls = controls;
  }

  set(faults: Faults): void {
    const before = this.faults.peoplePlane;
    this.faults = faults;
    this.#changed.abort();
    this.#changed = new AbortController();
    if (faults.peoplePlane === before) return;
    this.#controls.restartPeople(faults.peoplePlane === 'none' ? undefined : entryOf[faults.peoplePlane]);
  }

  /** Aborted at the next change, and when the server stops. */
  over(): AbortSignal {
    return AbortSignal.any([this.#changed.signal, this.#controls.stopping]);
  }
}

export function demoFaults(controls: FaultControls): FastifyPluginAsync {
  const plugin: FastifyPluginAsync = async (app) => {
    const switches = new FaultSwitches(controls);
    const owner = openPool(controls.address, 'owner');
    app.addHook('onClose', () => owner.end());
    breakRequests(app, switches);
    faultRoutes(app, switches);
    drillShopRoute(app, owner, controls.clock);
    await labPage(app);
  };
  // Its hooks must see the requests of every other plugin, so it is not wrapped in a scope of its own.
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true });
}

function breakRequests(app: FastifyInstance, switches: FaultSwitches): void {
  app.addHook('onRequest', async (request, reply) => {
    const kind = faultFor(switches.faults, request.url);
    return kind === null ? undefined : breakAnswer(request, reply, kind, switches.over());
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (faultFor(switches.faults, request.url) === 'loseReply') cutOff(request, reply);
    return payload;
  });
}

function faultRoutes(app: FastifyInstance, switches: FaultSwitches): void {
  const tell = (reply: FastifyReply): FastifyReply =>
    reply.header('cache-control', 'no-store').send(switches.faults);
  app.get(FAULTS_ROUTE, (_request, reply) => tell(reply));
  app.post(FAULTS_ROUTE, (request, reply) => {
    const wanted = setFaultSchema.safeParse(request.body);
    if (!wanted.success) return replyProblem(reply, 400, 'input-invalid', 'There is no such fault.');
    const { target, kind } = wanted.data;
    switches.set({ ...switches.faults, [target]: kind });
    return tell(reply);
  });
  app.delete(FAULTS_ROUTE, (_request, reply) => {
    switches.set(NO_FAULTS);
    return tell(reply);
  });
}
