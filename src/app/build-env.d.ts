/** What the build puts into the app; see vite.config.ts. */
interface ImportMetaEnv {
  readonly APP_VERSION: string;
}
