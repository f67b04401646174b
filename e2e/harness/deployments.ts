// Stands before the server as the deployment slot does, and puts new builds out: whole ones, and ones that are broken.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

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
    if (path === '/sw.js' && deployed !== 'first') void answerWithWorker(serverOrigin, answer, builds);
    else if (deployed === 'broken' && !path.startsWith('/api/')) answerWithPage(answer);
    else pass(serverOrigin, asked, answer);
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

function pass(serverOrigin: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, url: path = '/', headers } = asked;
  const onward = request(serverOrigin + path, { method, headers }, (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers);
    given.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}

async function answerWithWorker(serverOrigin: string, answer: ServerResponse, build: number): Promise<void> {
  const given = await fetch(`${serverOrigin}/sw.js`);
  answer.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
  answer.end(asBuild(await given.text(), build));
}

/** The same files under the name of another build, so that each is fetched anew. */
function asBuild(script: string, build: number): string {
  const renamed = script.replaceAll('"revision":"', `"revision":"${String(build)}-`);
  if (renamed === script) throw new Error('the service worker names no revisions');
  return renamed;
}
