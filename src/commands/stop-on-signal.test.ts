/** Real signals to a real process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Stopping {
  readonly child: ChildProcess;
  readonly lines: Interface;
}

/** A process whose stop takes as long as `stop` says. */
async function start(stop: string): Promise<Stopping> {
  const script = `
    import { stopOnSignal } from ${JSON.stringify(new URL('stop-on-signal.ts', import.meta.url).href)};
    stopOnSignal({ stop: () => ${stop}, log: () => console.log('stopping') });
    setInterval(() => {}, 1000);
    console.log('ready');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  return { child, lines };
}

const never = 'new Promise(() => {})';

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'START-21 %s stops in order and ends well',
  async (signal) => {
    const { child } = await start('Promise.resolve()');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  },
);

test('START-21 a second Ctrl-C ends at once, but the echo npm sends of the first is not a second one', async () => {
  const { child, lines } = await start(never);
  child.kill('SIGINT');
  await once(lines, 'line');
  const echoed = performance.now();
  child.kill('SIGINT');
  const exited = once(child, 'exit');
  const again = setInterval(() => child.kill('SIGINT'), 100);
  expect(await exited).toEqual([1, null]);
  clearInterval(again);
  expect(performance.now() - echoed).toBeGreaterThan(500);
});

test('START-21 a terminal that is closed during the stop does not cut it short', async () => {
  const { child, lines } = await start(
    'new Promise((done) => setTimeout(done, 1500)).then(() => console.log(1))',
  );
  child.kill('SIGINT');
  await once(lines, 'line');
  child.stdout?.destroy();
  const hangUp = setInterval(() => child.kill('SIGHUP'), 100);
  expect(await once(child, 'exit')).toEqual([0, null]);
  clearInterval(hangUp);
});
