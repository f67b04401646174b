/** POST /api/v1/lab/shops: makes a shop for a drill. Exists only in a start with --demo-faults. */
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { replyProblem } from '../front/problem-reply.ts';
import type { Clock } from '../server-clock.ts';
import { createDrillShop, drillShopRequestSchema } from './drill-shop.ts';

const BODY_BYTES_MAX = 32_000_000;

/** @param owner as the owner of the tables: no plane's role may make a business. */
export function drillShopRoute(app: FastifyInstance, owner: Pool, clock: Clock): void {
  app.post('/api/v1/lab/shops', { bodyLimit: BODY_BYTES_MAX }, async (request, reply) => {
    const wanted = drillShopRequestSchema.safeParse(request.body);
    if (!wanted.success) {
      const [issue] = wanted.error.issues;
      const where = issue?.path.join('.') ?? '';
      return replyProblem(reply, 400, 'input-invalid', `${where}: ${issue?.message ?? 'unreadable'}`);
    }
    return reply.header('cache-control', 'no-store').send(await createDrillShop(owner, wanted.data, clock()));
  });
}
