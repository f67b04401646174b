/** GET and POST /catalogue/imports…: products from a file, looked at before they are taken, and taken back while nothing else has changed them. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { beginImportSchema, importRowsSchema, importStepSchema } from '../../protocol/import-messages.ts';
import { IMPORT_CHUNK_BYTES_MAX } from '../../protocol/limits.ts';
import { beginImport } from './begin-import.ts';
import { applyImport, undoImport } from './carry-out-import.ts';
import { listImports, readImport } from './import-state.ts';
import { addOfficeRoute, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND } from './outcome.ts';
import { stageImport } from './stage-import.ts';

const IMPORTS = '/catalogue/imports';
const ONE = `${IMPORTS}/:import`;

export function addImportRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: IMPORTS,
    input: z.object({}),
    handle: async ({ caller, pool }) => answer({ imports: await listImports(pool, caller.business) }),
  });
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: ONE,
    input: importStepSchema,
    handle: async ({ input, caller, pool }) => {
      const detail = await readImport(pool, caller.business, input.import);
      return detail === null ? NOT_FOUND : answer(detail);
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: IMPORTS,
    input: beginImportSchema,
    handle: beginImport,
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: `${ONE}/rows`,
    input: importRowsSchema,
    bodyBytesMax: IMPORT_CHUNK_BYTES_MAX,
    handle: stageImport,
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: `${ONE}/apply`,
    input: importStepSchema,
    handle: applyImport,
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: `${ONE}/undo`,
    input: importStepSchema,
    handle: undoImport,
  });
}
