/**
 * A new build is on trial until a page of it came up; the one before it is kept as long, and comes back when two starts in a row
 * came to nothing. Pure.
 *
 *     activated ──▶ on trial ── a page of it came up ──▶ proven: the next build's way back
 *                      └─ a third start, and none came up ──▶ failed: the build before is shown until another one comes
 */

export interface Build {
  /** What the start page of it is marked with. */
  readonly name: string;
  /** Where each of its files is stored, by path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Builds {
  readonly current: Build;
  readonly trial: Trial;
  /** The last one that came up; null on a device's first. */
  readonly previous: Build | null;
}

type Trial = { readonly is: 'onTrial'; readonly starts: number } | { readonly is: 'proven' | 'failed' };

/** One start that came to nothing may be a tablet that was switched off in it. */
export const STARTS_MAX = 2;

export function afterActivation(before: Builds | null, build: Build): Builds {
  if (before?.current.name === build.name) return { ...before, current: build };
  return { current: build, trial: { is: 'onTrial', starts: 0 }, previous: wayBack(before) };
}

/** What never came up is no way back; where nothing ever did, the last one is as good a guess as any. */
function wayBack(before: Builds | null): Build | null {
  if (before === null) return null;
  return before.trial.is === 'proven' ? before.current : (before.previous ?? before.current);
}

/** Somebody goes to a page. @returns the builds from now on; which of them is shown says `isBackAt`. */
export function afterStart(builds: Builds): Builds {
  const { trial, previous } = builds;
  if (trial.is !== 'onTrial' || previous === null) return builds;
  const hasFailed = trial.starts >= STARTS_MAX;
  return { ...builds, trial: hasFailed ? { is: 'failed' } : { is: 'onTrial', starts: trial.starts + 1 } };
}

/** @param name of the build whose page came up. */
export function afterProof(builds: Builds, name: string): Builds {
  return builds.current.name === name && builds.trial.is === 'onTrial'
    ? { ...builds, trial: { is: 'proven' } }
    : builds;
}

/** The build before the newest, while it is the one that is shown. */
export function shownInstead({ trial, previous }: Builds): Build | null {
  return trial.is === 'failed' ? previous : null;
}

/** Every stored file that somebody may still ask for. */
export function keptFiles({ current, previous }: Builds): ReadonlySet<string> {
  return new Set([...Object.values(current.files), ...Object.values(previous?.files ?? {})]);
}
