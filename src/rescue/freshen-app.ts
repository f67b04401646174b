/**
 * Takes a newer version of the app, if there is one, before the till is tried again: an app that does not start cannot ask for its
 * own repair. A window that sells is left alone, as the app itself would.
 */

/** Named as the app names it: who holds it sells. */
const SELLING_LOCK = 'evertill-till';
/** Head office may be away; then the till is tried with what is here. */
const UPDATE_MS = 8_000;
/** A newer version that is there is worth waiting for, on a slow line too. */
const INSTALL_MS = 45_000;

export async function freshenApp(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration === undefined || (await isSelling())) return;
  // No network, or an error page: what is here stays.
  await atMost(
    UPDATE_MS,
    registration.update().catch(() => undefined),
  );
  const coming = registration.installing ?? registration.waiting;
  if (coming !== null) await atMost(INSTALL_MS, take(coming));
}

async function take(coming: ServiceWorker): Promise<void> {
  await becomes(coming, 'installed');
  coming.postMessage({ type: 'SKIP_WAITING' });
  await becomes(coming, 'activated');
}

function atMost(ms: number, work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms))]);
}

const ORDER = ['parsed', 'installing', 'installed', 'activating', 'activated', 'redundant'];

function becomes(worker: ServiceWorker, state: ServiceWorkerState): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (ORDER.indexOf(worker.state) >= ORDER.indexOf(state)) resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

async function isSelling(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === SELLING_LOCK);
}
