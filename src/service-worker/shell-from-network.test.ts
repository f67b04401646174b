import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { shellFromNetwork } from './shell-from-network.ts';

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
    const shown = await shellFromNetwork(ask);
    expect(shown.status).toBe(503);
    expect(await shown.text()).toContain('Evertill must be fetched again');
  },
);

test('SHELL-4 with the stored files gone, the start page of the server is shown', async () => {
  const page = await ourPage();
  const policy = { 'content-security-policy': "default-src 'none'" };
  const shown = await shellFromNetwork(() =>
    Promise.resolve(new Response(page, { headers: { ...html.headers, ...policy } })),
  );
  expect(shown.status).toBe(200);
  expect(await shown.text()).toBe(page);
  expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'");
});

function ourPage(): Promise<string> {
  return readFile('index.html', 'utf8');
}
