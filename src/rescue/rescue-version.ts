/** Rescue's own version: raised when rescue changes, not with the app. */
export const RESCUE_VERSION = 'rescue 1';
