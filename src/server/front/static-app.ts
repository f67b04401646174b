/** Serves the built app: hashed files for ever, everything else asked for again; any other navigation gets the app itself. */
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { replyProblem } from './problem-reply.ts';

export interface StaticAppOptions {
  /** Where `vite build` put the app. */
  readonly folder: string;
}

const forEver = 'public, max-age=31536000, immutable';
const askAgain = 'no-cache';

export const staticApp: FastifyPluginAsync<StaticAppOptions> = async (app, { folder }) => {
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1_024 });
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      void reply.header('cache-control', isHashed(relative(folder, path)) ? forEver : askAgain);
    },
  });
  app.setNotFoundHandler((request, reply) => answerUnknown(request, reply, folder));
};

/** Vite gives every file in `assets/` a name that changes with its bytes. */
function isHashed(path: string): boolean {
  return path.startsWith(`assets${sep}`);
}

function answerUnknown(request: FastifyRequest, reply: FastifyReply, folder: string): FastifyReply {
  if (request.url.startsWith('/api/'))
    return replyProblem(reply, 404, 'not-found', 'There is no such route.');
  if (!isNavigation(request)) return replyText(reply, 404, 'Not found\n');
  if (!existsSync(join(folder, 'index.html'))) {
    return replyText(reply, 503, 'The app has not been built. Run: npm run build\n');
  }
  return reply.sendFile('index.html');
}

function replyText(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(text);
}

/** A missing file must not be answered with the app: the browser would cache a page in its place. */
function isNavigation(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const path = request.url.split('?')[0] ?? '';
  const lastPart = path.slice(path.lastIndexOf('/') + 1);
  return (
    !path.startsWith('/assets/') &&
    !lastPart.includes('.') &&
    (request.headers.accept ?? '').includes('text/html')
  );
}
