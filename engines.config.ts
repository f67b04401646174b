/** Engines with everything the app counts on: Web Locks, top-level await, strict IndexedDB commits. */
export const engines = ['chrome111', 'firefox114', 'safari16.4'];
