import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Release } from '../../../utils/release/release.ts';
import { root } from '../../browsers/build.ts';
import { findBrowser } from '../../browsers/find.ts';
import type { Bench } from './page.ts';

/** The bench's page, built for the browser. */
async function buildPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jubir-search-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
    build: {
      outDir: folder,
      rolldownOptions: {
        input: join(root, 'tests/bench/search/page.ts'),
        output: { entryFileNames: 'page.js' },
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const script = readFileSync(join(folder, 'page.js'), 'utf8');
  rmSync(folder, { recursive: true });
  return script;
}

/** A Chromium of its own, whose pages hold the bench. */
export interface BenchBrowser {
  /** Opens a page that has nothing loaded yet. */
  open(): Promise<BenchPage>;
  close(): Promise<void>;
}

export interface BenchPage {
  run<Args extends unknown[], Result>(
    work: (bench: Bench, ...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Bytes of JavaScript objects and of ArrayBuffers that are still in use. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Starts Chromium and a server for it.
 * @param releases the archive; a page asks for a stretch by `/releases?from=…&to=…`
 */
export async function startBenchBrowser(releases: readonly Release[]): Promise<BenchBrowser> {
  const script = await buildPage();
  const server = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    // Isolated pages have a clock of 5 microseconds instead of 100.
    answer.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    answer.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    if (url.pathname === '/releases') {
      const stretch = releases.slice(
        Number(url.searchParams.get('from')),
        Number(url.searchParams.get('to')),
      );
      answer.setHeader('Content-Type', 'application/json').end(JSON.stringify(stretch));
    } else if (url.pathname === '/page.js') {
      answer.setHeader('Content-Type', 'text/javascript').end(script);
    } else {
      answer
        .setHeader('Content-Type', 'text/html')
        .end('<!doctype html><script type="module" src="/page.js"></script>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('no Chromium is installed');
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    protocolTimeout: 900_000,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  return {
    async open() {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction('globalThis.bench && crossOriginIsolated');
      return benchPage(page);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** `Runtime.getHeapUsage` with what it tells beyond the types of this puppeteer. */
interface HeapUsage {
  usedSize: number;
  /** Of ArrayBuffers and the like, outside the heap of objects. */
  backingStorageSize?: number;
}

async function benchPage(page: Page): Promise<BenchPage> {
  const cdp = await page.createCDPSession();
  return {
    run(work, ...args) {
      const call = `(${work.toString()})(globalThis.bench, ...${JSON.stringify(args)})`;
      return page.evaluate(call) as ReturnType<BenchPage['run']> as never;
    },
    async heap() {
      // Twice: what a first collection lets go of may hold the next.
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      const usage = (await cdp.send('Runtime.getHeapUsage')) as HeapUsage;
      if (usage.backingStorageSize === undefined)
        throw new Error('this Chromium does not tell of ArrayBuffers');
      return usage.usedSize + usage.backingStorageSize;
    },
    close: () => page.close(),
  };
}
