/**
 * The service worker: keeps the app's own files on the device, so that a till starts whatever the server answers.
 * It stores nothing but the files of one build, each only if its bytes are the ones that were built.
 */
import { PrecacheController } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { answerRule } from './answer-rule.ts';
import { pageFromNetwork } from './page-from-network.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

const SHELL = '/index.html';
const SHELL_MARK = '<div id="app">';
const RESCUE = '/rescue.html';
const RESCUE_MARK = '<div id="rescue">';

const files = new PrecacheController();
files.addToCacheList(self.__WB_MANIFEST);

// The files of the version before stay until this one activates, so a window that still runs it finds its parts.
self.addEventListener('install', (event) => void files.install(event));

self.addEventListener('activate', (event) => {
  void files.activate(event);
  event.waitUntil(self.clients.claim());
});

// A first worker activates by itself; a later one waits until the app says that nothing is open.
self.addEventListener('message', (event) => {
  if (isSkipWaiting(event.data)) event.waitUntil(self.skipWaiting());
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
  if (rule.is === 'shell') event.respondWith(answerPage(SHELL, SHELL_MARK));
  if (rule.is === 'rescue') event.respondWith(answerPage(RESCUE, RESCUE_MARK));
  if (rule.is === 'precached') event.respondWith(answerFile(event, url.pathname));
});

async function answerPage(page: string, mark: string): Promise<Response> {
  return (
    (await files.matchPrecache(page)) ??
    (await pageFromNetwork(() => fetch(page, { cache: 'no-store' }), mark))
  );
}

/** A stored file that went missing is fetched again and stored only if its bytes are right. */
function answerFile(event: FetchEvent, path: string): Promise<Response> {
  const cacheKey = files.getCacheKeyForURL(path) ?? path;
  const integrity = files.getIntegrityForCacheKey(cacheKey);
  return files.strategy.handle({ event, request: event.request, params: { cacheKey, integrity } });
}

function isSkipWaiting(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING';
}
