import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeFetchNet } from './fetch-net.ts';
import { gzip } from './gzip.ts';
import type { NetRequest } from './ports.ts';

const HOUR_MS = 60 * 60_000;

let server: Server;
let origin: string;
let onHang: () => void;
beforeEach(async () => {
  server = createServer((request, response) => {
    if (request.url === '/hang') {
      onHang();
      return;
    }
    if (request.url === '/login-first') {
      response.writeHead(302, { location: '/login' }).end();
      return;
    }
    if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': '100' }).write('{"half', () => request.destroy());
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => response.writeHead(200, { 'x-echo': 'yes' }).end(Buffer.concat(parts)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String(portOf(server.address()))}`;
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function request(target: string, given: Partial<NetRequest> = {}): NetRequest {
  return { method: 'POST', target, headers: {}, body: new Uint8Array([1, 2]), deadlineMs: 20_000, ...given };
}

test('SYNC-1 an answer is handed on as it came', async () => {
  const body = await gzip(new TextEncoder().encode('facts'));
  const answer = await makeFetchNet(origin).send(request('/', { body }));
  if (answer.is === 'failed') throw new Error(answer.why);
  expect(answer).toMatchObject({ status: 200, isRedirect: false, body });
  expect([answer.header('x-echo'), answer.header('x-none')]).toEqual(['yes', null]);
});

test('SYNC-1 F16 a redirect is not followed, and half an answer is none', async () => {
  const net = makeFetchNet(origin);
  expect(await net.send(request('/login-first'))).toMatchObject({ is: 'answer', isRedirect: true });
  expect(await net.send(request('/cut'))).toEqual({ is: 'failed', why: 'network' });
});

test('SYNC-1 a server that is not there is no network', async () => {
  expect(await makeFetchNet('http://127.0.0.1:1').send(request('/'))).toEqual({
    is: 'failed',
    why: 'network',
  });
});

test('SYNC-17 F42 a server that does not answer is given up at the deadline', async () => {
  onHang = () => undefined;
  expect(await makeFetchNet(origin).send(request('/hang', { deadlineMs: 30 }))).toEqual({
    is: 'failed',
    why: 'deadline',
  });
});

test('SYNC-17 F27 a tablet that slept through its deadline gives up as soon as it wakes', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  const hanging = new Promise<void>((resolve) => {
    onHang = resolve;
  });
  const answer = makeFetchNet(origin).send(request('/hang'));
  await hanging;
  vi.setSystemTime(Date.now() + 8 * HOUR_MS);
  vi.advanceTimersByTime(1_000);
  expect(await answer).toEqual({ is: 'failed', why: 'deadline' });
});
