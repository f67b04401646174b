/**
 * The service worker: keeps the app's own files on the device, so that a till starts whatever the server answers.
 * It stores nothing but the files of one build, each only if its bytes are the ones that were built, and those of the build before
 * as the way back.
 */
import { PrecacheController } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { answerRule } from './answer-rule.ts';
import {
  afterActivation,
  afterProof,
  afterStart,
  keptFiles,
  shownInstead,
  type Build,
  type Builds,
} from './build-trial.ts';
import { knownBuilds } from './known-builds.ts';
import { pageFromNetwork } from './page-from-network.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

const SHELL = '/index.html';
const SHELL_MARK = '<div id="app">';
const RESCUE = '/rescue.html';
const RESCUE_MARK = '<div id="rescue">';

const files = new PrecacheController();
files.addToCacheList(self.__WB_MANIFEST);
const builds = knownBuilds();

self.addEventListener('install', (event) => void files.install(event));

// The files of the build before stay: for windows that still run it, and as the way back until this one came up.
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

// A first worker activates by itself; a later one waits until the app says that nothing is open.
self.addEventListener('message', (event) => {
  if (typeOf(event.data) === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  const name = startedBuild(event.data);
  if (name !== null) event.waitUntil(builds.change((before) => afterProof(before, name)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const rule = answerRule({
    method: request.method,
    isNavigation: request.mode === 'navigate',
    isOurOrigin: url.origin === self.location.origin,
    path: url.pathname,
    isPrecached: files.getCacheKeyForURL(url.pathname) !== undefined,
  });
  if (rule.is === 'shell') event.respondWith(answerShell());
  if (rule.is === 'rescue') event.respondWith(answerPage(RESCUE, RESCUE_MARK));
  if (rule.is === 'precached') event.respondWith(answerFile(event, url.pathname));
});

async function takeOver(): Promise<void> {
  const now = afterActivation(await builds.current(), ownBuild());
  await builds.replace(now);
  const [cache, kept] = [await caches.open(files.strategy.cacheName), keptFiles(now)];
  for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url);
  await self.clients.claim();
}

function ownBuild(): Build {
  const keys = [...files.getURLsToCacheKeys()];
  const shell = files.getCacheKeyForURL(SHELL) ?? SHELL;
  return {
    // The start page names every other file by what is in it, so its revision is the build's.
    name: new URL(shell, self.location.origin).searchParams.get('__WB_REVISION__') ?? shell,
    files: Object.fromEntries(keys.map(([url, key]) => [new URL(url).pathname, key])),
  };
}

async function answerShell(): Promise<Response> {
  const now = await builds.change(afterStart);
  const before = now === null ? null : shownInstead(now);
  const page = before === null ? null : await storedIn(before, SHELL);
  if (before !== null && page !== null) return markPage(page, before.name, 'data-went-back');
  return markPage(await answerPage(SHELL, SHELL_MARK), ownBuild().name, '');
}

/** So that the page can say which build came up, and knows whether it is the one before. */
async function markPage(page: Response, build: string, note: string): Promise<Response> {
  const text = (await page.text()).replace(
    '<head>',
    `<head><meta name="evertill-build" content="${build}" ${note}>`,
  );
  return new Response(text, { status: page.status, headers: page.headers });
}

async function storedIn(build: Build, path: string): Promise<Response | null> {
  const key = build.files[path];
  return key === undefined
    ? null
    : ((await (await caches.open(files.strategy.cacheName)).match(key)) ?? null);
}

async function answerPage(page: string, mark: string): Promise<Response> {
  return (
    (await files.matchPrecache(page)) ??
    (await pageFromNetwork(() => fetch(page, { cache: 'no-store' }), mark))
  );
}

/** A stored file that went missing is fetched again and stored only if its bytes are right. */
async function answerFile(event: FetchEvent, path: string): Promise<Response> {
  const now = await builds.current();
  const instead = now === null ? null : shownInstead(now);
  const shown = instead === null ? null : await storedIn(instead, path);
  if (shown !== null) return shown;
  const cacheKey = files.getCacheKeyForURL(path);
  if (cacheKey === undefined) return (await fileBefore(now, path)) ?? fetch(event.request);
  const integrity = files.getIntegrityForCacheKey(cacheKey);
  return files.strategy.handle({ event, request: event.request, params: { cacheKey, integrity } });
}

async function fileBefore(now: Builds | null, path: string): Promise<Response | null> {
  const previous = now?.previous ?? null;
  return previous === null ? null : storedIn(previous, path);
}

function typeOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'type' in data ? data.type : null;
}

function startedBuild(data: unknown): string | null {
  if (typeOf(data) !== 'STARTED' || typeof data !== 'object' || data === null) return null;
  return 'build' in data && typeof data.build === 'string' ? data.build : null;
}
