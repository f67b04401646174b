/** What a person reads when the server is up. */
import { expect, test } from 'vitest';
import { readConfiguration } from '../server/configuration.ts';
import { welcome } from './welcome.ts';

const seeded = {
  shop: 'Hollow & Hart',
  people: [
    { name: 'Priya', role: 'clerk', pin: '4071' },
    { name: 'Marguerite', role: 'manager', pin: '702913' },
  ],
  office: { email: 'office@example.test', password: 'a demo password' },
  tillName: 'Till 1',
  enrolmentCode: 'K7QF2M9T',
};

function words(demo: typeof seeded | null, ...commandLine: string[]): string {
  const read = readConfiguration({}, commandLine, '/srv/shop');
  if (read.is === 'refused') throw new Error(read.because);
  return welcome(read.configuration, {
    address: 'http://127.0.0.1:4600',
    seeded: demo,
    setUpCode: '7K3M-9QTX-20FW',
    officeIsUp: true,
  });
}

test('START-22 a start says where the till and the office are, who may sign in, and gives a fresh code', () => {
  const said = words(seeded);
  for (const part of [
    'http://localhost:4600/',
    'http://localhost:4600/office',
    'K7QF2M9T',
    'a demo password',
    '702913',
    '/srv/shop/data',
  ]) {
    expect(said).toContain(part);
  }
  expect(said).not.toContain('lab');
});

test('START-22 without a demo business nothing of it is said; with faults the lab and the moved day are', () => {
  expect(words(null)).not.toContain('PIN');
  const said = words(null, '--demo-faults', '--clock', '2011-06-08');
  expect(said).toContain('http://localhost:4600/lab');
  expect(said).toContain('believes today is 2011-06-08');
});

test('SETUP-10 every start says where whoever runs the server sets up a shop of their own, with the code', () => {
  for (const demo of [seeded, null])
    expect(words(demo)).toContain('http://localhost:4600/office/set-up/new#7K3M-9QTX-20FW');
});
