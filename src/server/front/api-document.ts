/**
 * GET /api/v1/openapi.json: the whole interface. The people plane describes itself, in its own process; while that is down the
 * document would be half a truth, so there is none.
 */
import type { FastifyInstance } from 'fastify';
import { readJson } from '../../journal/read-json.ts';
import { openApiDocument, openApiPaths, pathsSchema } from '../api/open-api.ts';
import { tillApi } from '../till-plane/till-api.ts';
import { askSocket } from './answers-on-socket.ts';
import { replyProblem } from './problem-reply.ts';

const DEADLINE_MS = 3_000;
const OFFICE_PATHS = '/api/v1/people/openapi.json';

export function addApiDocument(app: FastifyInstance, peopleSocket: string): void {
  app.get('/api/v1/openapi.json', async (_request, reply) => {
    const office = await askSocket(peopleSocket, OFFICE_PATHS, DEADLINE_MS);
    const paths = pathsSchema.safeParse(readJson(office?.body ?? ''));
    if (office?.status !== 200 || !paths.success)
      return replyProblem(reply, 503, 'people-plane-down', 'The office cannot describe itself now.');
    return reply
      .header('cache-control', 'no-cache')
      .send(openApiDocument({ ...openApiPaths(tillApi), ...paths.data }));
  });
}
