// Stands before the server as the deployment slot does, and puts new builds out: whole ones, and ones that are broken.
import { createHash } from 'node:crypto';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

export interface Deployments {
  /** What the tablet knows as the address of Evertill. */
  readonly origin: string;
  /** The next build, every file of it: a service worker that asks for files of a new revision. */
  deployWhole(): void;
  /** The next build's service worker, and a web page with 200, to be kept for a year, in place of every other file. */
  deployBroken(): void;
  /** The next build, whole and in order but that its start throws. */
  deployThrowing(): void;
  /** The next build's service worker answers 500. */
  deployFailing(): void;
  /** A service worker that throws as soon as it is read. */
  deployThrowingWorker(): void;
  /** The next build, whole but that some of its files are not there. */
  deployWithoutParts(): void;
  rollBack(): void;
  /** Cuts the tablet off from head office: its requests die; the app's files are still served. */
  setApi(state: 'up' | 'down'): void;
  dispose(): Promise<void>;
}

type Deployed = 'first' | 'whole' | 'broken' | 'throwing' | 'failing' | 'throwingWorker' | 'withoutParts';

const THROWING = 'throw new Error("this build does not start");\n';

const errorPage = '<!doctype html><title>Oops</title><h1>Something went wrong</h1>';

export async function prepareDeployments(serverOrigin: string): Promise<Deployments> {
  let deployed: Deployed = 'first';
  let builds = 1;
  let api: 'up' | 'down' = 'up';
  const slot = createServer((asked, answer) => {
    const path = asked.url ?? '/';
    if (path.startsWith('/api/') && api === 'down') answer.destroy();
    else if (deployed === 'failing' && !path.startsWith('/api/')) answer.writeHead(500).end(errorPage);
    else if (deployed === 'throwingWorker' && path === '/sw.js') answerWithThrow(answer);
    else if (deployed === 'withoutParts' && path.endsWith('.css')) answer.writeHead(404).end();
    else if (path === '/sw.js' && deployed !== 'first')
      void answerWithWorker(serverOrigin, answer, builds, deployed === 'throwing');
    else if (deployed === 'throwing' && isStart(path)) answerWithThrow(answer);
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
    deployThrowing: () => deploy('throwing'),
    deployFailing: () => deploy('failing'),
    deployThrowingWorker: () => deploy('throwingWorker'),
    deployWithoutParts: () => deploy('withoutParts'),
    setApi: (state) => {
      api = state;
    },
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

/** The app's first script; Vite names it after the start page. */
function isStart(path: string): boolean {
  return /^\/assets\/index-[^/]+\.js$/.test(path);
}

function answerWithThrow(answer: ServerResponse): void {
  answer.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
  answer.end(THROWING);
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

async function answerWithWorker(
  serverOrigin: string,
  answer: ServerResponse,
  build: number,
  throws: boolean,
): Promise<void> {
  const given = await fetch(`${serverOrigin}/sw.js`);
  answer.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
  const script = asBuild(await given.text(), build);
  answer.end(throws ? withThrowingStart(script) : script);
}

/** The same files under the name of another build, so that each is fetched anew. */
function asBuild(script: string, build: number): string {
  const renamed = script.replaceAll('"revision":"', `"revision":"${String(build)}-`);
  if (renamed === script) throw new Error('the service worker names no revisions');
  return renamed;
}

/** The list of files states the hash of the script that throws, as a real build of it would. */
function withThrowingStart(script: string): string {
  const integrity = `sha384-${createHash('sha384').update(THROWING).digest('base64')}`;
  const entry = /\{[^{}]*"url":"assets\/index-[^"]+\.js"[^{}]*\}/;
  const changed = script.replace(entry, (one) => one.replace(/sha384-[A-Za-z0-9+/=]+/, integrity));
  if (changed === script) throw new Error('the service worker does not name the first script');
  return changed;
}
