// Makes sure there is a Chromium for the browser tests: the system's, else Debian's package, else the one Playwright downloads.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findChromium } from '../../e2e/chromium.ts';

type Command = readonly [program: string, ...args: string[]];

const attempts: readonly (readonly Command[])[] = [
  ...(isDebian() ? [debianPackage(process.getuid?.() === 0 ? [] : ['sudo', '-n'])] : []),
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

function succeeds([program, ...args]: Command): boolean {
  console.log(`No Chromium found: ${[program, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: 'inherit', env }).status === 0;
}

function debianPackage(asRoot: readonly string[]): Command[] {
  const aptGet = (...args: string[]): Command => {
    const [program = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args];
    return [program, ...rest];
  };
  return [aptGet('update'), aptGet('install', '-y', '--no-install-recommends', 'chromium')];
}

/** Ubuntu's package of that name only points to a snap, so only Debian itself counts. */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
