/** What the browser says about keeping our data; it is asked to keep it for good once this tablet is a till. */
export async function readReadiness(): Promise<{
  readonly persistent: boolean;
  readonly installed: boolean;
}> {
  return {
    persistent: (await storage()?.persisted()) ?? false,
    installed: INSTALLED.some((mode) => matchMedia(`(display-mode: ${mode})`).matches),
  };
}

/** However an installed app may be shown; a tab is `browser`. */
const INSTALLED = ['standalone', 'fullscreen', 'minimal-ui', 'window-controls-overlay'];

/** May wait for a person in some browsers: nobody waits for it. */
export function askToPersist(): void {
  // A refusal shows in the readiness that the office sees.
  void storage()
    ?.persist()
    .catch(() => false);
}

/** Not every engine has it, whatever the types say. */
export function storage(): StorageManager | undefined {
  return 'storage' in navigator ? navigator.storage : undefined;
}

/** Whether this engine can keep a second copy of the journal. */
export function hasFiles(): boolean {
  const here = storage();
  return here !== undefined && 'getDirectory' in here;
}
