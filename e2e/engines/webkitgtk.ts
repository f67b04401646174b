// WebKitGTK by WebDriver, on a screen in memory. Its storage ends with the session, so a restart is a new window of the same run.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Builder, Capabilities, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { findFreePort } from '../harness/free-port.ts';
import { TABLET } from '../harness/tablet.ts';
import type { EngineDriver } from './engine-driver.ts';

const READY_MS_MAX = 30_000;
const POLL_MS = 100;

export async function openWebKitGtk(binary: string): Promise<EngineDriver> {
  const service = await startService();
  const driver = await new Builder()
    .usingServer(service.address)
    .withCapabilities(capabilities(binary))
    .build();
  await driver
    .manage()
    .window()
    .setRect({ ...TABLET, x: 0, y: 0 });
  const version = (await driver.getCapabilities()).getBrowserVersion() ?? '';
  const keys = (text: string) => driver.actions().sendKeys(text).perform();
  return {
    version: `WebKitGTK ${version}`,
    open: (address) => driver.get(address),
    evaluate: (expression) => driver.executeScript(`return (${expression});`),
    tap: async (expression) => {
      const element = await driver.executeScript<WebElement | null>(`return (${expression});`);
      await element?.click();
      return element !== null;
    },
    typeKeys: keys,
    pressEnter: () => keys(Key.ENTER),
    restart: () => anotherWindow(driver),
    quit: async () => {
      await driver.quit();
      await service.end();
    },
  };
}

function capabilities(binary: string): Capabilities {
  return new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
}

async function anotherWindow(driver: WebDriver): Promise<void> {
  const old = await driver.getWindowHandle();
  await driver.switchTo().newWindow('window');
  const fresh = await driver.getWindowHandle();
  await driver.switchTo().window(old);
  await driver.close();
  await driver.switchTo().window(fresh);
  await driver
    .manage()
    .window()
    .setRect({ ...TABLET, x: 0, y: 0 });
}

async function startService() {
  const port = await findFreePort();
  const address = `http://127.0.0.1:${String(port)}`;
  const args = ['--auto-servernum', 'WebKitWebDriver', '--host=127.0.0.1', `--port=${String(port)}`];
  // In a group of its own, so that the screen, the driver and its browser end together.
  const process = spawn('xvfb-run', args, { stdio: 'ignore', detached: true });
  await answers(address);
  return { address, end: () => endGroup(process) };
}

async function answers(address: string): Promise<void> {
  const deadline = performance.now() + READY_MS_MAX;
  for (;;) {
    const isReady = await fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (performance.now() > deadline) throw new Error('WebKitWebDriver does not answer');
    await wait(POLL_MS);
  }
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}
