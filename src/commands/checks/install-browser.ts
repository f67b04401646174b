// Debian's packages of browsers, installed where none is found.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export type Command = readonly [program: string, ...args: string[]];

/** Ubuntu's packages of those names only point to snaps, so only Debian itself counts. */
export function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The commands that install them, as root or by sudo without a question. */
export function debianPackages(...packages: readonly string[]): Command[] {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const aptGet = (...args: string[]): Command => {
    const [program = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args];
    return [program, ...rest];
  };
  return [aptGet('update'), aptGet('install', '-y', '--no-install-recommends', ...packages)];
}

export function succeeds([program, ...args]: Command): boolean {
  console.log(`Not found: ${[program, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: 'inherit', env }).status === 0;
}
