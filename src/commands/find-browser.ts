// Makes sure there is a Chromium for the browser tests: the system's, else Debian's package, else the one Playwright downloads.
import { findChromium } from '../../e2e/chromium.ts';
import { debianPackages, isDebian, succeeds, type Command } from './checks/install-browser.ts';

const attempts: readonly (readonly Command[])[] = [
  ...(isDebian() ? [debianPackages('chromium')] : []),
  [['npx', 'playwright', 'install', 'chromium']],
];

const browser = findChromium() ?? install();
if (browser === undefined)
  console.error('No Chromium was found, and none could be installed. Set CHROMIUM_PATH to one.');
else console.log(`Browser tests use ${browser}`);
process.exitCode = browser === undefined ? 1 : 0;

function install(): string | undefined {
  for (const commands of attempts) {
    commands.every(succeeds);
    const found = findChromium();
    if (found !== undefined) return found;
  }
  return undefined;
}
