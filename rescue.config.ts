// How the rescue page is built: by itself, so that no file of it is shared with the app and changes with it.
import { defineConfig } from 'vite';
import { engines } from './engines.config.ts';

export default defineConfig({
  cacheDir: 'node_modules/.cache/vite-rescue',
  publicDir: false,
  build: {
    outDir: 'dist',
    // The app's own build was put there just before.
    emptyOutDir: false,
    target: engines,
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: 'rescue.html' },
  },
});
