/** Serves the Outage lab: one small page with big buttons. */
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const files = [
  { route: '/lab', file: 'lab.html', type: 'text/html; charset=utf-8' },
  { route: '/lab/lab.css', file: 'lab.css', type: 'text/css; charset=utf-8' },
  { route: '/lab/lab.js', file: 'lab.js', type: 'text/javascript; charset=utf-8' },
] as const;

export async function labPage(app: FastifyInstance): Promise<void> {
  for (const { route, file, type } of files) {
    const text = await readFile(new URL(`lab/${file}`, import.meta.url), 'utf8');
    app.get(route, (_request, reply) => reply.header('cache-control', 'no-cache').type(type).send(text));
  }
}
