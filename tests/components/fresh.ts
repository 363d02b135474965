import { cleanup } from '@testing-library/preact';
import { beforeAll, vi } from 'vitest';

/** The files of components share one document: each finds it empty, with nothing of the browser put aside. */
beforeAll(() => {
  cleanup();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
