// How the app is built: one page with two lazily loaded faces (till, office) and a service worker of our own.
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { engines } from './engines.config.ts';
import { withIntegrity } from './precache-integrity.config.ts';
import { tillFiles } from './till-files.config.ts';
import packageJson from './package.json' with { type: 'json' };

/** The rescue page lies beside the app before the service worker's list of files is written. */
const rescueBeside: Plugin = {
  name: 'rescue-beside',
  apply: 'build',
  writeBundle: {
    sequential: true,
    handler: async () => {
      await build({ configFile: 'rescue.config.ts', logLevel: 'warn' });
    },
  },
};

export default defineConfig({
  cacheDir: 'node_modules/.cache/vite',
  // A deployment may say more than the number: which commit it was made from.
  define: {
    'import.meta.env.APP_VERSION': JSON.stringify(process.env['EVERTILL_APP_VERSION'] ?? packageJson.version),
  },
  // Both ship a second build without the detours for engines that we do not support: smaller, and awaited natively.
  resolve: {
    alias: [
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      { find: /^workbox-window$/, replacement: 'workbox-window/build/workbox-window.prod.mjs' },
    ],
  },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    target: engines,
    // The size check reads it to follow what the till loads.
    manifest: true,
    sourcemap: true,
    // Inlined data would need data: in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [tillFiles()] } } },
    reportCompressedSize: false,
  },
  plugins: [
    react(),
    rescueBeside,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'sw.ts',
      injectRegister: false,
      // A plain file in public/, so it is hashed and precached like every other.
      manifest: false,
      injectManifest: {
        target: engines,
        globPatterns: ['**/*.{html,js,css,woff2,wasm,svg,png,webmanifest}'],
        // The server hosts the lab only when it is asked for faults; it is no part of the shell.
        // Pictures for the moment of installing and of starting are the browser's and Apple's to fetch and keep.
        globIgnores: ['sw.js', 'lab/**', 'screenshots/**', 'splash/**'],
        // Each file is fetched past the browser's own cache, which may hold what a broken deploy once answered.
        dontCacheBustURLsMatching: /^$/,
        manifestTransforms: [withIntegrity('dist')],
      },
    }),
  ],
});
