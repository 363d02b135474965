import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { root } from '../browsers/build.ts';
import type { BrowserKind } from '../browsers/find.ts';
import type { Session } from '../browsers/session.ts';
import { Jubir, type JubirOptions } from './jubir.ts';

declare module 'vitest' {
  /** What `vitest.config.ts` hands to the tests of a project. */
  export interface ProvidedContext {
    browserKind: BrowserKind;
  }
}

async function keepPictures(session: Session, test: string): Promise<void> {
  const folder = join(root, '.output/e2e');
  mkdirSync(folder, { recursive: true });
  const pages = await session.browser.pages();
  for (const [index, page] of pages.entries()) {
    const name = `${session.kind}-${test.replace(/[^\w-]+/g, '-').slice(0, 60)}-${index}.png` as const;
    // Chromium never answers for a tab that is hidden, and puppeteer opens no other while it waits.
    const visible = page.evaluate(() => document.visibilityState === 'visible');
    if (!(await Promise.race([visible.catch(() => false), sleep(1_000)]))) continue;
    const taken = page.screenshot({ path: join(folder, name) as `${string}.png` }).catch(() => {});
    await Promise.race([taken, sleep(3_000)]);
  }
}

/**
 * Starts the portal and installs Jubir in this run's browser for a test file, and stops and uninstalls it after it, so
 * that every file begins with nothing stored. When a test fails, pictures of the tabs in view are left in `.output/e2e`.
 */
export function useJubir(options: JubirOptions = {}): Jubir {
  const jubir = new Jubir(inject('browserKind'));
  beforeAll(() => jubir.start({ ...options, shared: true }));
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(jubir.session, task.name);
    expect(jubir.session.problems.splice(0), 'uncaught errors in Jubir').toEqual([]);
  });
  afterAll(() => jubir.stop());
  return jubir;
}
