/** Bugs planted on purpose, which only the simulation can select: an oracle that does not find them finds nothing. */
import { decodePush } from '../journal/push-body.ts';
import { readFact } from '../journal/read-fact.ts';
import { SEAL_HEADER, TILL_ROUTES } from '../protocol/till-messages.ts';
import { nextReceiptOnly } from './bend-branches.ts';
import { dropsRecovered, longerOverwrites, trustsDatabaseOnly } from './bend-copies.ts';
import type { Journal, Net, NetAnswer, NetRequest } from '../sync/ports.ts';
import { copyOf, chainKey } from './ledger-tables.ts';
import { append, type SignedBatch } from './office-ledger.ts';
import type { Shop } from './simulated-shop.ts';
import type { Tablet, TabletBend } from './simulated-tablet.ts';

export interface Mutant {
  readonly name: string;
  /** Wraps what the product stands on, so that it behaves as if it had the bug. */
  readonly bend: (shop: Shop) => void;
}

type Arrived = Extract<NetAnswer, { readonly is: 'answer' }>;

export const MUTANTS: readonly Mutant[] = [
  forgetful('drops what a 500 was said to', ({ status }) => status === 500),
  forgetful('parks what a 400 was said to', ({ status }) => status === 400 || status === 422),
  forgetful('drops what is too large for a proxy', ({ status }) => status === 413),
  forgetful('drops what a 401 was said to', ({ status }) => status === 401 || status === 403),
  forgetful('trusts any 200', ({ status, header }) => status === 200 && header(SEAL_HEADER) === null),
  { name: 'takes sent for received', bend: (shop) => forgets(shop, ({ is }) => is === 'failed') },
  tills('gives up after ten failures', { net: givesUp }),
  tills('never moves the watermark down', { journal: onlyUp }),
  tills('goes on after a fork', {
    journal: (journal) => ({ ...journal, startIncarnation: () => Promise.resolve(false) }),
  }),
  tills('does not slow down', { chance: (chance) => ({ ...chance, fraction: () => 0 }) }),
  tills('ignores tombstones', {
    journal: (journal) => ({
      ...journal,
      applyCataloguePage: (page) => journal.applyCataloguePage({ ...page, removed: [] }),
    }),
  }),
  tills('skips the products of a page', {
    journal: (journal) => ({
      ...journal,
      applyCataloguePage: (page) => journal.applyCataloguePage({ ...page, products: page.products.slice(1) }),
    }),
  }),
  tills('charges again when in doubt', { chargesAnew: true }),
  tills('forgets what was not shown', {
    keeper: (keeper) => ({ ...keeper, finishSale: (shift) => keeper.finishSale(shift, '') }),
  }),
  tills('takes the second copy for nothing', { copies: trustsDatabaseOnly }),
  tills('lets the longer copy overwrite the other', { copies: longerOverwrites }),
  tills('drops what a lost till had left', { copies: dropsRecovered }),
  tills('prunes what no verified backup holds', {
    safe: ({ inc }, { branches }) => ({ inc, no: branches.get(inc)?.acknowledged.no ?? 0 }),
  }),
  tills('gives up what it holds as lost', { journal: givesUpHeld }),
  tills('knows an altered fact only as it was made', { journal: knowsNoAltered }),
  tills('is set up anew while sales wait', { resetsAnyway: true }),
  { name: 'gives a new incarnation the old series', bend: nextReceiptOnly },
  { name: 'writes facts with relaxed durability', bend: relaxedFacts },
  { name: 'the ledger accepts gaps', bend: acceptsGaps },
  { name: 'the ledger keeps one side of a fork', bend: dropsForks },
  { name: 'the ledger answers before it has committed', bend: answersEarly },
  { name: 'the ledger puts what is late under an old signature', bend: putsLateFirst },
];

export function mutantNamed(name: string): Mutant {
  const mutant = MUTANTS.find((one) => one.name === name);
  if (mutant === undefined) throw new RangeError(`there is no planted bug called ${name}`);
  return mutant;
}

function tills(name: string, bend: TabletBend): Mutant {
  return {
    name,
    bend: ({ tablets }) => {
      for (const tablet of tablets) tablet.bend = bend;
    },
  };
}

function forgetful(name: string, isEnough: (answer: Arrived) => boolean): Mutant {
  return { name, bend: (shop) => forgets(shop, (answer) => answer.is === 'answer' && isEnough(answer)) };
}

/** Takes the whole batch for acknowledged, whoever said such an answer, and lets it go. */
function forgets({ tablets }: Shop, isEnough: (answer: NetAnswer) => boolean): void {
  for (const tablet of tablets) {
    const net = (real: Net, journal: Journal): Net => ({
      send: async (request) => {
        const answer = await real.send(request);
        if (isEnough(answer)) await forget(tablet, journal, request);
        return answer;
      },
    });
    tablet.bend = { net };
  }
}

async function forget({ disk }: Tablet, journal: Journal, { target, body }: NetRequest): Promise<void> {
  if (target !== TILL_ROUTES.push || body === null) return;
  const push = decodePush(new TextDecoder().decode(body));
  const last = push.is === 'push' ? push.facts.at(-1) : undefined;
  const made = last === undefined ? null : await readFact(last);
  if (made === null) return;
  const { inc, no } = made.fact;
  await journal.moveWatermark(inc, { no, hash: made.hash });
  const kept = (disk.tables.facts.get(inc) ?? []).filter((row) => row.no > no);
  disk.tables.facts.set(inc, kept);
}

function givesUp(net: Net): Net {
  let failures = 0;
  return {
    send: async (request) => {
      if (failures > 10) return { is: 'failed', why: 'network' };
      const answer = await net.send(request);
      const isGood = answer.is === 'answer' && answer.status === 200;
      if (request.target === TILL_ROUTES.push || request.target === TILL_ROUTES.head)
        failures += isGood ? 0 : 1;
      return answer;
    },
  };
}

function onlyUp(journal: Journal): Journal {
  return {
    ...journal,
    moveWatermark: async (inc, head) => {
      const branch = (await journal.branches()).find((one) => one.inc === inc);
      return branch !== undefined && head.no < branch.acknowledged.no
        ? true
        : journal.moveWatermark(inc, head);
    },
  };
}

/** What was proved to be there once, and is not any more, is declared a hole, though it lies here. */
function givesUpHeld(journal: Journal): Journal {
  return {
    ...journal,
    moveWatermark: async (inc, head) => {
      const branch = (await journal.branches()).find((one) => one.inc === inc);
      return branch !== undefined && head.no < branch.acknowledged.no
        ? false
        : journal.moveWatermark(inc, head);
    },
    holeAt: async (inc, wanted) => {
      const hole = await journal.holeAt(inc, wanted);
      const [first, next] = await journal.factsAfter(inc, wanted - 1, 2);
      if (hole !== null || first === undefined || next === undefined) return hole;
      return { from: first.no, to: first.no, after: first.hash, hashes: null, why: 'lost' };
    },
  };
}

function knowsNoAltered(journal: Journal): Journal {
  return {
    ...journal,
    moveWatermark: async (inc, head) => {
      const [own] = await journal.factsAfter(inc, head.no - 1, 1);
      const isAltered = own?.no === head.no && own.hash !== head.hash;
      return isAltered ? false : journal.moveWatermark(inc, head);
    },
  };
}

/** The last commit is not on the disk yet when the app is killed. */
function relaxedFacts({ tablets }: Shop): void {
  for (const { disk } of tablets) {
    const { appDies } = disk;
    disk.appDies = async (life) => {
      await appDies(life);
      disk.loseTail(1);
    };
  }
}

function acceptsGaps({ office }: Shop): void {
  office.append = (tables, offer) => {
    const found = append(tables, offer);
    if (found.expected === null) return found;
    const { batch } = offer;
    const key = chainKey(batch.till, batch.inc);
    const chain = tables.chains.get(key);
    if (chain !== undefined) tables.chains.set(key, { ...chain, head: batch.before });
    else tables.chains.set(key, { head: batch.before, forkedAt: null, doubtTo: 0, tillKey: offer.tillKey });
    return append(tables, offer);
  };
}

function dropsForks({ office }: Shop): void {
  office.append = (tables, offer) => {
    const key = chainKey(offer.batch.till, offer.batch.inc);
    const before = copyOf(tables).facts.get(key) ?? [];
    const found = append(tables, offer);
    const taken = new Set(before.map(({ no }) => no));
    const added = (tables.facts.get(key) ?? []).slice(before.length).filter(({ no }) => !taken.has(no));
    tables.facts.set(key, [...before, ...added]);
    return found;
  };
}

function putsLateFirst({ office }: Shop): void {
  office.append = (tables, offer) => {
    const found = append(tables, offer);
    const key = chainKey(offer.batch.till, offer.batch.inc);
    const rows = tables.facts.get(key) ?? [];
    const old = rows.slice(0, rows.length - found.appended);
    tables.facts.set(key, [...rows.slice(old.length), ...old]);
    return found;
  };
}

const COMMIT_LATE_MS = 8_000;

function answersEarly({ office, world }: Shop): void {
  office.append = (tables, offer: SignedBatch) => {
    const { life } = office;
    world.after(COMMIT_LATE_MS, life, () => append(office.tables, offer));
    return append(copyOf(tables), offer);
  };
}
