/** Looks over a till's shoulder as it declares a hole: a fact that it holds is never given up. */
import { chainOf } from '../journal/branch.ts';
import { holeSchema } from '../protocol/hole.ts';
import { TILL_ROUTES } from '../protocol/till-messages.ts';
import type { Net } from '../sync/ports.ts';
import type { CounterWorld } from './clerk.ts';
import type { Tablet } from './simulated-tablet.ts';

const decoder = new TextDecoder();

export function watchHoles(at: CounterWorld, tablet: Pick<Tablet, 'name' | 'disk'>, net: Net): Net {
  return {
    send: (request) => {
      if (request.target === TILL_ROUTES.hole && request.body !== null)
        look(at, tablet, decoder.decode(request.body));
      return net.send(request);
    },
  };
}

function look(
  { world, book }: CounterWorld,
  { name, disk }: Pick<Tablet, 'name' | 'disk'>,
  text: string,
): void {
  const { inc, from, to, after, why } = holeSchema.parse(JSON.parse(text));
  world.count(`sometimes: a till declared what it cannot supply (${why})`);
  const { branches, facts } = disk.tables;
  const tellings = [...branches.values()].filter((branch) => chainOf(branch) === inc);
  const held = tellings.flatMap((branch) => facts.get(branch.inc) ?? []);
  // The last one is known by its hash: a fact of that number in another telling is another fact.
  const isDeclared = ({ no, hash }: { no: number; hash: string }) =>
    no >= from && (no < to || (no === to && hash === after));
  const given = held.find((fact) => isDeclared(fact) && !book.altered.has(fact.hash));
  if (given !== undefined) world.broken.push(`${name} declared ${inc} ${String(given.no)} lost and holds it`);
}
