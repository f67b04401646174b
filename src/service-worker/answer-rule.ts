/** Which request is answered how: the whole behaviour of the service worker, as a table without a browser. */
export type AnswerRule =
  /** The browser asks the server as if there were no worker. */
  | { readonly is: 'network' }
  /** The stored start page, whatever the server would say. */
  | { readonly is: 'shell' }
  /** The stored rescue page, which needs nothing of the app. */
  | { readonly is: 'rescue' }
  /** The stored file. */
  | { readonly is: 'precached' };

export interface Asked {
  readonly method: string;
  readonly isNavigation: boolean;
  readonly isOurOrigin: boolean;
  readonly path: string;
  readonly isPrecached: boolean;
}

/** Read from the top, the first line that fits decides. */
const table: readonly { readonly when: (asked: Asked) => boolean; readonly rule: AnswerRule }[] = [
  { when: (asked) => !asked.isOurOrigin || asked.method !== 'GET', rule: { is: 'network' } },
  { when: (asked) => belongsToServer(asked.path), rule: { is: 'network' } },
  { when: (asked) => asked.isNavigation && rescuePaths.includes(asked.path), rule: { is: 'rescue' } },
  { when: (asked) => asked.isNavigation, rule: { is: 'shell' } },
  { when: (asked) => asked.isPrecached || isOfSomeBuild(asked.path), rule: { is: 'precached' } },
];

export function answerRule(asked: Asked): AnswerRule {
  return table.find((line) => line.when(asked))?.rule ?? { is: 'network' };
}

/** Business answers and probes are never stored, and the lab must reach a server that is asked to misbehave. */
const serverPaths = ['/api', '/lab', '/healthz', '/readyz', '/deployz'];

/** Named by what is in it; a window may still run the build before. */
function isOfSomeBuild(path: string): boolean {
  return path.startsWith('/assets/');
}

const rescuePaths = ['/rescue', '/rescue.html'];

function belongsToServer(path: string): boolean {
  return serverPaths.some((own) => path === own || path.startsWith(`${own}/`));
}
