import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** What both browsers' end-to-end runs share; they differ only in the browser that the harness is told to start. */
const endToEnd = {
  include: ['tests/e2e/**/*.e2e.ts'],
  environment: 'node' as const,
  // One file after the other: each starts a browser of its own, and the machine has two cores.
  fileParallelism: false,
  maxWorkers: 1,
  testTimeout: 90_000,
  hookTimeout: 180_000,
};

/** What hangs is found all the same; what only waits for a busy machine is no failure. In milliseconds. */
const patience = { testTimeout: 30_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          ...patience,
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/components/**', 'tests/e2e/**', 'tests/bench/**'],
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'components',
          ...patience,
          environment: 'happy-dom',
          include: ['tests/components/**/*.test.{ts,tsx}'],
        },
      },
      { test: { ...endToEnd, name: 'e2e-chromium', provide: { browserKind: 'chromium' as const } } },
      { test: { ...endToEnd, name: 'e2e-firefox', provide: { browserKind: 'firefox' as const } } },
    ],
  },
});
