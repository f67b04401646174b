// Stands before the server as the deployment slot does, and puts new builds out: whole ones, and ones that are broken.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Deployments {
  /** What the tablet knows as the address of Evertill. */
  readonly origin: string;
  /** The next build, every file of it: a service worker that asks for files of a new revision. */
  deployWhole(): void;
  /** The next build's service worker, and a web page with 200, to be kept for a year, in place of every other file. */
  deployBroken(): void;
  rollBack(): void;
  dispose(): Promise<void>;
}

type Deployed = 'first' | 'whole' | 'broken';

const errorPage = '<!doctype html><title>Oops</title><h1>Something went wrong</h1>';

export async function prepareDeployments(serverOrigin: string): Promise<Deployments> {
  let deployed: Deployed = 'first';
  let builds = 1;
  const slot = createServer((asked, answer) => {
    const path = asked.url ?? '/';
    if (deployed === 'broken' && path !== '/sw.js' && !path.startsWith('/api/')) answerWithPage(answer);
    else pass(serverOrigin, asked, answer, path === '/sw.js' ? builds : 1);
  }).listen(0, '127.0.0.1');
  await once(slot, 'listening');
  const address = slot.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');

  function deploy(next: Deployed) {
    deployed = next;
    builds += 1;
  }
  return {
    origin: `http://localhost:${String(address.port)}`,
    deployWhole: () => deploy('whole'),
    deployBroken: () => deploy('broken'),
    rollBack: () => {
      deployed = 'first';
      builds = 1;
    },
    dispose: async () => {
      slot.closeAllConnections();
      slot.close();
      await once(slot, 'close');
    },
  };
}

function answerWithPage(answer: ServerResponse): void {
  answer.writeHead(200, {
    'content-type': 'text/html',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  answer.end(errorPage);
}

function pass(serverOrigin: string, asked: IncomingMessage, answer: ServerResponse, build: number): void {
  const headers = { ...asked.headers, ...(build > 1 ? { 'accept-encoding': 'identity' } : {}) };
  const onward = request(serverOrigin + (asked.url ?? '/'), { method: asked.method, headers }, (given) => {
    const { 'content-length': length, ...rest } = given.headers;
    answer.writeHead(given.statusCode ?? 502, build > 1 || length === undefined ? rest : given.headers);
    if (build === 1) given.pipe(answer);
    else void text(given).then((script) => answer.end(asBuild(script, build)));
  });
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}

/** The same files under the name of another build, so that each is fetched anew. */
function asBuild(script: string, build: number): string {
  const renamed = script.replaceAll('"revision":"', `"revision":"${String(build)}-`);
  if (renamed === script) throw new Error('the service worker names no revisions');
  return renamed;
}
