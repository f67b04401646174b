// Makes sure that Firefox and WebKitGTK are here for the engine tests, from Debian's packages. Elsewhere their tests are skipped, and say so.
import { findFirefox, findWebKitGtk } from '../../e2e/engines/find-engines.ts';
import { debianPackages, isDebian, succeeds } from './checks/install-browser.ts';

const engines = [
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'WebKitGTK', find: findWebKitGtk, packages: ['webkit2gtk-driver', 'xvfb', 'xauth'] },
];

const missing = engines.filter(({ find }) => find() === null);
if (missing.length > 0 && isDebian())
  debianPackages(...missing.flatMap(({ packages }) => packages)).every(succeeds);
for (const { name, find, packages } of engines) {
  const found = find();
  console.log(
    found === null
      ? `${name} is not here, and its tests are skipped. On Debian: apt-get install ${packages.join(' ')}`
      : `Engine tests use ${found}`,
  );
}
process.exitCode = isDebian() && engines.some(({ find }) => find() === null) ? 1 : 0;
