/** The last words of a start: where the till and the office are, and how to get in. */
import type { Configuration } from '../server/configuration.ts';
import type { DemoSeed } from '../server/demo/seed-demo-business.ts';
import type { RunningServer } from '../server/front/start-server.ts';

export function welcome(
  configuration: Configuration,
  server: Pick<RunningServer<DemoSeed>, 'address' | 'seeded' | 'setUpCode'> & {
    readonly officeIsUp: boolean;
  },
): string {
  const address = spokenAddress(server.address);
  const lines = [
    '',
    'Evertill is running.',
    '',
    `  Till     ${address}/`,
    `  Office   ${address}/office${server.officeIsUp ? '' : '   (its sign-in is not up yet)'}`,
    ...(configuration.faults.is === 'onDemand'
      ? [`  Outage lab   ${address}/lab`, ...clockLine(configuration.faults.clockDay)]
      : []),
    ...(server.seeded === null ? [] : demoLines(server.seeded)),
    '',
    'Your own shop:',
    '',
    `  Set it up here   ${address}/office/set-up/new#${server.setUpCode}   (works once; keep it to yourself)`,
    '',
    `Data lies in ${configuration.dataDirectory}. Ctrl-C stops everything.`,
  ];
  return lines.join('\n');
}

/** Browsers treat `localhost` as a safe place for a service worker, and people can type it. */
function spokenAddress(address: string): string {
  return address
    .replace('//127.0.0.1:', '//localhost:')
    .replace('//0.0.0.0:', '//localhost:')
    .replace('//[::]:', '//localhost:');
}

function clockLine(day: string | null): string[] {
  return day === null ? [] : [`  The server believes today is ${day}.`];
}

function demoLines(demo: DemoSeed): string[] {
  const nameWidth = Math.max(...demo.people.map((person) => person.name.length));
  return [
    '',
    `The demo business ${demo.shop}:`,
    '',
    `  Enrolment code for a till   ${demo.enrolmentCode}   (for ${demo.tillName}, once; the next start prints another)`,
    `  Office sign-in              ${demo.office.email} / ${demo.office.password}`,
    ...demo.people.map(
      (person) => `  ${person.name.padEnd(nameWidth)}   PIN ${person.pin.padEnd(6)}   ${person.role}`,
    ),
  ];
}
