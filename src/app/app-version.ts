/** The version of this build, as facts carry it. */
export const APP_VERSION = import.meta.env.APP_VERSION;
