/** Waits until what a till sent is in the tables of the office: the server's own projector works beside. */
import { expect } from 'vitest';
import { catchUp } from '../server/projections/projector.ts';
import type { TillPlaneApp } from './till-plane-app.ts';

/** A busy machine is slow, not wrong. */
const PATIENTLY = { timeout: 60_000 };

export async function untilProjected(plane: TillPlaneApp, till: string): Promise<void> {
  const pool = plane.database.openPool('till');
  await expect
    .poll(async () => {
      await catchUp(pool);
      const { rows } = await plane.owner.query<{ left: number }>(
        `select last_seq - seq as left from evertill.till_head join evertill.projection_progress using (till)
         where till = $1`,
        [till],
      );
      return rows[0]?.left;
    }, PATIENTLY)
    .toBe(0);
}
