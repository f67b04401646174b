/** GET /live: server-sent events that say no more than "something of your business changed": whoever hears it asks anew. */
export const LIVE_PATH = '/live';
export const LIVE_CHANGED = 'changed';
