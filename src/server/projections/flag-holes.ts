/** Tells people of the holes that tills declared: each is a flag, raised once. */
import * as z from 'zod/mini';
import { tradingDay } from '../../domain/trading-day.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRows, type Lender } from '../database/query-rows.ts';
import { raiseFlag, type Flag } from './flag.ts';
import { readTillPlace } from './till-place.ts';

const HOLES_AT_ONCE_MAX = 100;

const holeSchema = z.object({
  till: z.string(),
  inc: z.string(),
  from: z.int(),
  to: z.int(),
  after: z.string(),
  why: z.enum(['pruned', 'lost', 'tooLarge']),
  receivedAt: z.int(),
});
type HoleRow = z.infer<typeof holeSchema>;

const wordsOf = {
  pruned:
    'The tablet had cleared them because a verified backup held them, and the server was restored from an older one.',
  lost: 'The tablet lost them: its storage was damaged or emptied.',
  tooLarge: 'They could not pass the network on the way here.',
} as const satisfies Record<HoleRow['why'], string>;

/** @returns whether there may be more to do. */
export function flagHoles(own: Lender): Promise<boolean> {
  return inTransaction(own, async (client) => {
    const holes = await queryRows(
      client,
      `select till, inc, from_no as "from", to_no as "to", after_hash as after, why, received_at as "receivedAt"
       from evertill.hole where not flagged order by received_at limit $1 for update skip locked`,
      [HOLES_AT_ONCE_MAX],
      holeSchema,
    );
    for (const hole of holes) {
      const { business, shop, till, policy } = await readTillPlace(client, hole.till);
      const { inc, from: no, after: hash, receivedAt: at } = hole;
      const day = tradingDay(at, policy.timeZone, policy.startOfDay);
      await raiseFlag(client, { business, shop, till, inc, no, hash, day, at }, holeFlag(hole));
      await client.query(
        `update evertill.hole set flagged = true
         where till = $1 and inc = $2 and from_no = $3 and to_no = $4 and after_hash = $5`,
        [till, inc, no, hole.to, hash],
      );
    }
    return holes.length === HOLES_AT_ONCE_MAX;
  });
}

function holeFlag({ from, to, why }: HoleRow): Flag {
  const numbers = from === to ? String(from) : `${String(from)} to ${String(to)}`;
  return {
    kind: 'hole',
    subject: String(to),
    receipt: null,
    value: 0,
    evidence: [
      { label: 'Numbers', text: numbers },
      { label: 'What the tablet says', text: wordsOf[why] },
    ],
  };
}
