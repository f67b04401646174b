/** People planes that misbehave, as entry files for the supervisor: the real one must never be needed to show the till safe. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Answers on its socket; `/hang` never, `/die` by dying, `/spin` by blocking its whole process, `/who` with its headers. */
const good = `
import { createServer } from 'node:http';
const { socketPath } = JSON.parse(process.env.EVERTILL_PEOPLE_SETTINGS);
const server = createServer((request, response) => {
  if (request.url.endsWith('/hang')) return;
  if (request.url.endsWith('/die')) process.exit(3);
  if (request.url.endsWith('/spin')) for (;;);
  let body = '';
  request.on('data', (chunk) => { body += chunk; }).on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ url: request.url, body, from: request.headers['x-forwarded-for'] ?? null, pid: process.pid }));
  });
});
process.on('SIGTERM', () => process.exit(0));
server.listen(socketPath);
`;

const entries = {
  good,
  throwsAtImport: `throw new Error('the login module is broken');`,
  hangsAtImport: `setInterval(() => {}, 1000); await new Promise(() => {});`,
  spinsAtImport: `for (;;);`,
  neverListens: `setInterval(() => {}, 1000);`,
  ignoresTheStop: good.replace('process.exit(0)', 'undefined'),
} as const;

export type PeopleFixture = keyof typeof entries;

/** @returns the path of each entry file. */
export async function writePeopleFixtures(folder: string): Promise<Record<PeopleFixture, string>> {
  const path = (name: PeopleFixture): string => join(folder, `${name}.mjs`);
  const names: PeopleFixture[] = [
    'good',
    'throwsAtImport',
    'hangsAtImport',
    'spinsAtImport',
    'neverListens',
    'ignoresTheStop',
  ];
  for (const name of names) await writeFile(path(name), entries[name]);
  return {
    good: path('good'),
    throwsAtImport: path('throwsAtImport'),
    hangsAtImport: path('hangsAtImport'),
    spinsAtImport: path('spinsAtImport'),
    neverListens: path('neverListens'),
    ignoresTheStop: path('ignoresTheStop'),
  };
}
