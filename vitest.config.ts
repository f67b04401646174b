// The tests that run without a browser: quick ones, and those of the server, which start a real database.
import { defineConfig } from 'vitest/config';

const startsDatabases = ['src/server/**/*.test.ts', 'src/testing/**/*.test.ts', 'src/**/*.server.test.ts'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    maxWorkers: 2,
    teardownTimeout: 30_000,
    globalSetup: ['src/testing/database-setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: startsDatabases,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: startsDatabases,
          globalSetup: 'src/testing/database-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
