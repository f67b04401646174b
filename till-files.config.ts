// How the app is cut into files. Each file costs a starting till milliseconds, however small: what a till always needs comes in two.
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

const moduleAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const start = moduleAt('./src/app/main.tsx');
const till = moduleAt('./src/app/till-app.tsx');
const office = moduleAt('./src/app/office-app.tsx');

type Modules = ReadonlySet<string>;
type Graph = Pick<Rolldown.PluginContext, 'getModuleInfo'>;

/**
 * All that a till needs before it shows anything is one file, but for what the office may use as well, which is another. What they need
 * in turn is in them or in the start's own files, so that no file waits for one that waits for it.
 */
export function tillFiles(): Rolldown.CodeSplittingGroup {
  let names: ((module: string) => string | null) | null = null;
  return {
    debugName: 'till files',
    name: (module, graph) => (names ??= nameModules(graph))(module),
    includeDependenciesRecursively: false,
  };
}

function nameModules(graph: Graph): (module: string) => string | null {
  const ofStart = reached(graph, start, 'at once');
  const ofTill = reached(graph, till, 'at once');
  const ofOffice = reached(graph, office, 'ever');
  return (module) => {
    // The size check follows the till's own file, so that one stays.
    if (module === till || !ofTill.has(module) || ofStart.has(module)) return null;
    return ofOffice.has(module) ? 'till-and-office' : 'till';
  };
}

function reached(graph: Graph, from: string, when: 'at once' | 'ever'): Modules {
  const found = new Set([from]);
  for (const module of found) {
    const info = graph.getModuleInfo(module);
    if (info === null) continue;
    const next = [...info.importedIds, ...(when === 'ever' ? info.dynamicallyImportedIds : [])];
    for (const one of next) found.add(one);
  }
  return found;
}
