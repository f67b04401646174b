/**
 * A chain's head is the highest fact held, and hole_to goes up to the last fact that is not linked to the one held before it: what
 * was written down by older servers is brought to that.
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
update evertill.chain as held set hole_to = greatest(held.hole_to, doubt.no)
from (select till, inc, max(no) as no from evertill.fact
      where 'brokenLink' = any (marks) or quarantined is not null group by till, inc) as doubt
where held.till = doubt.till and held.inc = doubt.inc;

update evertill.chain as held set head_no = highest.no, head_hash = highest.hash
from (select distinct on (till, inc) till, inc, no, hash from evertill.fact
      order by till, inc, no desc, till_seq) as highest
where held.till = highest.till and held.inc = highest.inc and highest.no > held.head_no`;
