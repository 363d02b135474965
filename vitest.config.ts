import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** What both browsers' end-to-end runs share; they differ only in the browser that the harness is told to start. */
const endToEnd = {
  include: ['tests/e2e/**/*.e2e.ts'],
  environment: 'node' as const,
  // Whom Jubir may contact is watched in every file.
  setupFiles: ['tests/e2e/contacts.ts'],
  alias: { 'webextension-polyfill': new URL('tests/e2e/no-browser.ts', import.meta.url).pathname },
  // One file after the other, in one process: they share its browser, and the machine has two cores.
  fileParallelism: false,
  maxWorkers: 1,
  isolate: false,
  testTimeout: 90_000,
  hookTimeout: 180_000,
};

/** What hangs is found all the same; what only waits for a busy machine is no failure. In milliseconds. */
const patience = { testTimeout: 30_000, hookTimeout: 30_000 };

/**
 * Rooms whose tests leave nothing behind in a process: their files share one, which saves a third of a second for each.
 * Not those of captions and checks: few files that work long, and measure how long.
 */
const pureRooms = 'tests/{account,card,draft,platform,release,source}/**';

/** Puts another module in the place of one that earlier files would have loaded. */
const mocked = 'tests/components/card/card-pictures.test.tsx';

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
          exclude: ['tests/components/**', 'tests/e2e/**', 'tests/bench/**', pureRooms],
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit-pure',
          ...patience,
          environment: 'node',
          include: [`${pureRooms}/*.test.ts`],
          isolate: false,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'components',
          ...patience,
          environment: 'happy-dom',
          include: ['tests/components/**/*.test.{ts,tsx}'],
          exclude: [mocked],
          setupFiles: ['tests/components/fresh.ts'],
          isolate: false,
        },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'components-mocked', ...patience, environment: 'happy-dom', include: [mocked] },
      },
      { test: { ...endToEnd, name: 'e2e-chromium', provide: { browserKind: 'chromium' as const } } },
      {
        test: {
          ...endToEnd,
          name: 'e2e-firefox',
          // Firefox has always had a `browser` of its own.
          exclude: ['tests/e2e/polyfill.e2e.ts'],
          provide: { browserKind: 'firefox' as const },
        },
      },
    ],
  },
});
