import { defineConfig } from 'vitest/config';

/** The built pages in a real browser, answered by the development fixture. */
export default defineConfig({
  test: {
    include: ['test/**/*.pages.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
