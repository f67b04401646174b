/** GET /cards/reading, POST /cards and POST /cards/:file/undo: the acquirer's files. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { bringCardFileSchema, CARD_FILE_BYTES_MAX } from '../../protocol/card-messages.ts';
import { idSchema } from '../../protocol/scalars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { bringCardFile, readReading, undoCardFile } from './bring-card-file.ts';
import { addOfficeRoute, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND } from './outcome.ts';
import { shopOfBusiness } from './shop-of-business.ts';

/** As JSON a line end is two bytes, and so is a quote. */
const BODY_BYTES_MAX = 2 * CARD_FILE_BYTES_MAX;

export function addCardRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/cards/reading',
    input: z.object({ shop: idSchema }),
    handle: async ({ input, caller, pool }) => {
      const shop = await shopOfBusiness(pool, caller.business, input.shop);
      return shop === null ? NOT_FOUND : answer(await readReading(pool, shop.shop));
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/cards',
    bodyBytesMax: BODY_BYTES_MAX,
    input: bringCardFileSchema,
    handle: async ({ input, caller, pool, now }) => {
      const shop = await shopOfBusiness(pool, caller.business, input.shop);
      if (shop === null) return NOT_FOUND;
      return inTransaction(pool, (client) => bringCardFile(client, caller, shop, input, now));
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/cards/:file/undo',
    input: z.object({ file: idSchema }),
    handle: ({ input, caller, pool, now }) =>
      inTransaction(pool, (client) => undoCardFile(client, caller, input.file, now)),
  });
}
