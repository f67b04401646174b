import 'fake-indexeddb/auto';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { persistQueryClientRestore, persistQueryClientSubscribe } from '@tanstack/react-query-persist-client';
import { expect, test } from 'vitest';
import type { Me } from '../../protocol/people-messages.ts';
import { forgetAtSignOut } from './forget-at-sign-out.ts';
import { KEPT_MS_MAX, KEPT_VERSION, makeKeptReads } from './kept-reads.ts';
import { leaveOffice } from './leave-office.ts';
import { meQuery } from './me-query.ts';

const options = { maxAge: KEPT_MS_MAX, buster: KEPT_VERSION };
const daniel: Me = { id: 'd', name: 'Daniel', role: 'manager', businessId: 'b', business: 'B', shops: [] };
const DAY = ['reconciliation', 'shop', '2025-05-06'];

/** A page that was open and is closed again, as the browser keeps it. */
function openPage(buster = KEPT_VERSION) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: KEPT_MS_MAX } } });
  const persister = makeKeptReads();
  forgetAtSignOut(queryClient, persister.removeClient);
  const restore = () => persistQueryClientRestore({ queryClient, persister, ...options, buster });
  const close = persistQueryClientSubscribe({ queryClient, persister, ...options, buster });
  return { queryClient, restore, close };
}

async function startAgain(buster = KEPT_VERSION): Promise<QueryClient> {
  const { queryClient, restore, close } = openPage(buster);
  close();
  await restore();
  return queryClient;
}

const isKept = async () => (await startAgain()).getQueryData(DAY) !== undefined;

async function readADay() {
  const page = openPage();
  page.queryClient.setQueryData(meQuery.queryKey, daniel);
  page.queryClient.setQueryData(DAY, { takings: 'of Daniel' });
  await expect.poll(isKept, { timeout: 10_000 }).toBe(true);
  return page;
}

test('OFFICE-66 what was read is there at the next start, with who read it', async () => {
  const { close } = await readADay();
  close();
  const client = await startAgain();
  expect(client.getQueryData(meQuery.queryKey)).toEqual(daniel);
  expect(client.getQueryData(DAY)).toEqual({ takings: 'of Daniel' });
});

test.each<[string, Me | null]>([
  ['signing out', null],
  ['another person', { ...daniel, id: 'e' }],
  ['the same id in another business', { ...daniel, businessId: 'c' }],
])('OFFICE-66 %s leaves nothing of it, on the page nor for the next start', async (_, next) => {
  const { queryClient, close } = await readADay();
  queryClient.setQueryData(meQuery.queryKey, next);
  expect(queryClient.getQueryData(DAY)).toBeUndefined();
  await expect.poll(isKept, { timeout: 10_000 }).toBe(false);
  close();
});

test('OFFICE-66 a sign-out that is heard of late takes nothing from the front door, which asks already', async () => {
  const { queryClient, close } = await readADay();
  let tell: (answer: string) => void = () => undefined;
  // Another answer said first that nobody is signed in.
  queryClient.setQueryData(meQuery.queryKey, null);
  const door = new QueryObserver(queryClient, {
    queryKey: ['first-start'],
    queryFn: () => new Promise<string>((resolve) => (tell = resolve)),
  });
  const leave = door.subscribe(() => undefined);
  await leaveOffice(queryClient);
  tell('the way in');
  await expect.poll(() => door.getCurrentResult().data).toBe('the way in');
  expect(queryClient.getQueryData(DAY)).toBeUndefined();
  leave();
  close();
});

test('OFFICE-66 what an app of another shape kept is not read', async () => {
  const { close } = await readADay();
  close();
  expect((await startAgain('another')).getQueryData(DAY)).toBeUndefined();
});
