import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pageFromNetwork } from './page-from-network.ts';

const MARK = '<div id="app">';

const html = { headers: { 'content-type': 'text/html' } };
const answers: readonly (readonly [string, () => Promise<Response>])[] = [
  ['an error page', () => Promise.resolve(new Response('<h1>500</h1>', { ...html, status: 500 }))],
  ['our page with an error status', async () => new Response(await ourPage(), { ...html, status: 503 })],
  ['a captive portal', () => Promise.resolve(new Response('<h1>Welcome to free wi-fi</h1>', html))],
  ['nothing', () => Promise.resolve(new Response(null, { status: 204 }))],
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
];

test.each(answers)(
  'SHELL-4 P8 with the stored files gone, %s is answered with our own words',
  async (_, ask) => {
    const shown = await pageFromNetwork(ask, MARK);
    expect(shown.status).toBe(503);
    expect(await shown.text()).toContain('Evertill must be fetched again');
  },
);

test('SHELL-4 with the stored files gone, the start page of the server is shown', async () => {
  const page = await ourPage();
  const policy = { 'content-security-policy': "default-src 'none'" };
  const answer = () => Promise.resolve(new Response(page, { headers: { ...html.headers, ...policy } }));
  const shown = await pageFromNetwork(answer, MARK);
  expect(shown.status).toBe(200);
  expect(await shown.text()).toBe(page);
  expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'");
});

test('SHELL-4 the start page is not taken for rescue, and rescue is', async () => {
  const rescue = await readFile('rescue.html', 'utf8');
  const mark = '<div id="rescue">';
  expect((await pageFromNetwork(() => Promise.resolve(new Response(rescue, html)), mark)).status).toBe(200);
  expect((await pageFromNetwork(() => Promise.resolve(new Response(rescue, html)), MARK)).status).toBe(503);
});

function ourPage(): Promise<string> {
  return readFile('index.html', 'utf8');
}
