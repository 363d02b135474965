import { createHash } from 'node:crypto';
import {
  appendFileSync,
  createReadStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCopy } from '../../utils/backup/file.ts';
import type { Row } from '../../utils/backup/rows.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { head, history, inBatches, joined } from '../backup/samples.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { closePage, setSettings, textOf, waitForReleases, waitForText, worded } from './steps.ts';

const jubir = useJubir();
const words = later.id.backup;

/** The most that is promised, where the browser is quick with it; the path is the same for fewer. */
const drafts = jubir.kind === 'chromium' ? 10_000 : 2_000;
const posts = drafts / 2;
const folder = mkdtempSync(join(tmpdir(), 'jubir-backup-'));
const written = join(folder, 'dari-kantor.json');
/** What an official wrote, as a file of another machine holds it. */
let digest: string;
let options: Page;

beforeAll(async () => {
  writeFileSync(
    written,
    await joined(writeCopy(inBatches(history(drafts, 2)), { ...head, counts: { drafts, posts } })),
  );
  digest = await digestOf(written);
  await waitForReleases(jubir);
  options = await openOptions();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The options page, which from now on keeps the last file that it hands to the browser. */
async function openOptions(): Promise<Page> {
  const page = await jubir.openPage('options.html');
  await page.waitForSelector('#backup');
  // Chromium's files go where they can be looked at; Firefox's would fill the folder of whoever runs this.
  if (jubir.kind === 'chromium') {
    const cdp = await page.createCDPSession();
    await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  } else {
    await page.evaluate(() => {
      HTMLAnchorElement.prototype.click = () => {};
    });
  }
  await page.evaluate(() => {
    const scope = globalThis as unknown as { saved?: Blob };
    const real = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      scope.saved = blob;
      return real(blob);
    };
  });
  return page;
}

/** Drafts, earlier texts and posts of a file, whatever their order and that of their fields, as one number. */
async function digestOf(path: string): Promise<string> {
  const rows: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (/^,?\{"kind":"(?:draft|revision|post)"/.test(line))
      rows.push(canonical(JSON.parse(line.replace(/^,/, ''))));
  }
  return createHash('sha256').update(rows.sort().join('\n')).digest('hex');
}

/** One row with its fields in one order. */
function canonical({ kind, value }: { kind: string; value: object }): string {
  const inOrder = (_: string, each: unknown): unknown =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each;
  return `${kind} ${JSON.stringify(value, inOrder)}`;
}

/** What the page handed to the browser to save, as a file; in slices, for the tools' sake. */
async function savedBy(page: Page, name: string): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, '');
  for (let at = 0; ; at += 1_000_000) {
    const slice = await page.evaluate(async (from) => {
      const { saved } = globalThis as unknown as { saved?: Blob };
      const bytes = new Uint8Array((await saved?.slice(from, from + 1_000_000).arrayBuffer()) ?? []);
      return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
    }, at);
    if (slice === '') return path;
    appendFileSync(path, Buffer.from(slice, 'base64'));
  }
}

const forgetSaved = (page: Page): Promise<void> =>
  page.evaluate(() => {
    delete (globalThis as unknown as { saved?: Blob }).saved;
  });

/** Milliseconds that something took, and the most JavaScript memory of the page meanwhile (Chromium tells it). */
async function measured(page: Page, what: string, act: () => Promise<unknown>): Promise<void> {
  let [most, over] = [0, false];
  const watch = (async () => {
    while (!over) {
      const used = await page.evaluate(
        () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
      );
      most = Math.max(most, used);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const started = performance.now();
  await act();
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  over = true;
  await watch;
  const memory = most > 0 ? `, the page's heap at most ${(most / 1e6).toFixed(0)} MB` : '';
  console.log(`${what} (${jubir.kind}): ${seconds} s${memory}`);
}

const long = 120_000;
/** Waits for a text anywhere on the page. */
const said = (page: Page, text: string): Promise<true> =>
  poll(text, () => page.evaluate((wanted) => document.body.innerText.includes(wanted) || null, text), long);

async function choose(page: Page, path: string): Promise<void> {
  const input = (await page.waitForSelector('input[accept^=".json"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

/** Empties tables as nobody but a broken disk does, past Jubir. */
const empty = (tables: string[]): Promise<void> =>
  jubir.session.inExtension(async (stores) => {
    const opening = indexedDB.open('jubir');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const transaction = opening.result.transaction(stores, 'readwrite');
    for (const store of stores) transaction.objectStore(store).clear();
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    opening.result.close();
  }, tables);

const historyTables = ['drafts', 'revisions', 'posts'];

test(`${drafts} drafts of another machine are looked at, then taken in`, async () => {
  await measured(options, `${drafts} drafts looked at`, async () => {
    await choose(options, written);
    await said(options, words.fresh(drafts + posts));
  });
  await said(options, words.holds(drafts, posts));
  expect(await jubir.table('drafts')).toEqual([]);
  await expectAccessible(jubir, options);
  await measured(options, `${drafts} drafts taken in`, async () => {
    await options.click(worded(words.confirm));
    await said(options, words.restored(drafts + posts, 0));
  });
}, 300_000);

test('and saved to a file that holds every one of them, letter by letter', async () => {
  await measured(options, `${drafts} drafts saved`, async () => {
    await options.click(worded(words.save));
    await poll('the copy', () => options.evaluate(() => 'saved' in globalThis || null), long);
  });
  await poll(
    'the words',
    async () => (await textOf(options, '.notice'))?.includes(`${posts} unggahan`),
    long,
  );
  expect(await digestOf(await savedBy(options, 'simpan.json'))).toBe(digest);
  if (jubir.kind === 'firefox') return;
  const named = /^jubir-cadangan-\d{4}-\d\d-\d\d\.json$/;
  const file = await poll('the file', async () => readdirSync(folder).find((name) => named.test(name)), long);
  expect(await digestOf(join(folder, file))).toBe(digest);
}, 300_000);

test('taken in a second time, it changes nothing', async () => {
  await choose(options, join(folder, 'simpan.json'));
  await said(options, words.nothingNew);
  await options.click(worded(words.confirm));
  await said(options, words.restored(0, 0));
  expect(await jubir.table('drafts')).toHaveLength(drafts);
}, 300_000);

test('a file brings back what was lost, and is saved again as it was', async () => {
  const few = join(folder, 'lima-ratus.json');
  writeFileSync(few, await joined(writeCopy(inBatches(history(500, 2)), head)));
  await empty(historyTables);
  await closePage(options);
  options = await openOptions();
  await choose(options, few);
  await said(options, words.fresh(750));
  await options.click(worded(words.confirm));
  await said(options, words.restored(750, 0));
  await options.click(worded(words.save));
  await poll('the copy', () => options.evaluate(() => 'saved' in globalThis || null), long);
  expect(await digestOf(await savedBy(options, 'lagi.json'))).toBe(await digestOf(few));
}, 300_000);

test('a file that is cut off says so, and what is whole comes back', async () => {
  const half = join(folder, 'separuh.json');
  const whole = readFileSync(join(folder, 'lima-ratus.json'));
  // In the middle of a draft.
  writeFileSync(half, whole.subarray(0, whole.indexOf('"kind":"revision"') - 2_000));
  await empty(historyTables);
  await closePage(options);
  options = await openOptions();
  await choose(options, half);
  await said(options, words.notWhole);
  await expectAccessible(jubir, options);
  await options.click(worded(words.confirm));
  await poll(
    'the outcome',
    async () => (await textOf(options, '.backup-form .notice'))?.startsWith('Selesai'),
    long,
  );
  const kept = (await jubir.table('drafts')).length;
  expect(kept).toBeGreaterThan(495);
  expect(kept).toBeLessThan(500);
}, 300_000);

/** The rows of the table that no page shows. */
const secrets = (change?: object): Promise<{ value: string }[]> =>
  jubir.session.inExtension(async (row) => {
    const opening = indexedDB.open('jubir');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const store = opening.result.transaction('secrets', 'readwrite').objectStore('secrets');
    if (row) store.put(row);
    const all = store.getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    opening.result.close();
    return all.result;
  }, change);

test('keys leave under a passphrase alone, if wanted, and come back with it', async () => {
  const model = { kind: 'address', address: 'http://localhost:11434/v1', name: 'kecil' } as const;
  await jubir.session.allowHost('http://localhost/*');
  await empty(historyTables);
  await setSettings(jubir, { model });
  await secrets({ id: 'model', address: model.address, value: 'kunci-rahasia' });
  await closePage(options);
  options = await openOptions();

  await options.click(worded(words.save));
  await said(options, 'Cadangan dibuat');
  const open = readFileSync(await savedBy(options, 'terbuka.json'), 'utf8');
  expect(open).toContain('"kind":"settings"');
  expect(open).not.toContain('kunci-rahasia');
  expect(open).not.toContain('11434');

  await forgetSaved(options);
  await options.click('.backup-form .check input');
  await options.type('#backup-phrase', 'hujan di Bogor tiap sore');
  await options.type('#backup-again', 'hujan di Bogor tiap sore');
  await options.click('.backup-phrase .check input');
  await expectAccessible(jubir, options);
  await options.click(worded(words.save));
  await poll('the copy', () => options.evaluate(() => 'saved' in globalThis || null), long);
  const sealed = await savedBy(options, 'rahasia.json');
  for (const word of ['kunci', '11434', 'kota-bogor', 'settings']) {
    expect(readFileSync(sealed, 'utf8')).not.toContain(word);
  }

  await empty(['secrets']);
  await setSettings(jubir, { model: { kind: 'off', address: '', name: '' } });
  await choose(options, sealed);
  await options.waitForSelector('#restore-phrase');
  await options.type('#restore-phrase', 'hujan di bogor');
  await options.click(worded(words.open));
  await said(options, words.failures['wrong-passphrase']);
  await options.click('#restore-phrase', { count: 3 });
  await options.type('#restore-phrase', 'hujan di Bogor tiap sore');
  await options.click(worded(words.open));
  await options.waitForSelector(worded(words.confirm));
  await options.click(worded(words.confirm));
  await said(options, words.restored(0, 0));
  expect((await secrets()).map(({ value }) => value)).toEqual(['kunci-rahasia']);
  const { settings } = await jubir.stored<{ settings: { model: object } }>();
  expect(settings.model).toEqual(model);
}, 120_000);

test('from the tenth draft on a line asks for a copy, and leaves at "Nanti" or once there is one', async () => {
  const forget = () =>
    jubir.session.inExtension(async () => {
      const { browser } = globalThis as unknown as {
        browser: { storage: { local: { remove(key: string): Promise<void> } } };
      };
      await browser.storage.local.remove('last-copy');
    });
  await forget();
  let popup = await jubir.openPage('popup.html');
  await popup.waitForSelector('[data-release]');
  expect(await popup.$('.copy-reminder')).toBeNull();
  await closePage(popup);

  const small = join(folder, 'sepuluh.json');
  // Nothing to ask about: a question comes before this line.
  const rows = [...history(10, 1)].map(
    (row): Row => (row.kind === 'post' ? { ...row, value: { ...row.value, asked: 1 } } : row),
  );
  writeFileSync(small, await joined(writeCopy(inBatches(rows), head)));
  await choose(options, small);
  await options.waitForSelector(worded(words.confirm));
  await options.click(worded(words.confirm));
  await said(options, words.restored(15, 0));

  popup = await jubir.openPage('popup.html');
  await waitForText(popup, '.copy-reminder p', words.remind);
  await expectAccessible(jubir, popup);
  await popup.click(worded(words.later));
  await poll('the line to leave', async () => (await popup.$('.copy-reminder')) === null);
  await forget();
  await popup.waitForSelector('.copy-reminder');
  // Anew: in this one a passphrase is still wanted.
  await closePage(options);
  options = await openOptions();
  await options.click(worded(words.save));
  await poll('the line to leave', async () => (await popup.$('.copy-reminder')) === null);
  await closePage(popup);
}, 120_000);

test('the list for the office holds the posts of a month', async () => {
  await forgetSaved(options);
  await options.waitForSelector('.backup-month option:nth-child(2)');
  await options.click(worded(words.saveList));
  await poll('the list', () => options.evaluate(() => 'saved' in globalThis || null));
  const csv = readFileSync(await savedBy(options, 'daftar.csv'), 'utf8');
  expect(csv.startsWith(`\ufeff"${words.csv.columns.date}";"${words.csv.columns.time}";`)).toBe(true);
  expect(csv.match(/^"1970-01-01";/gm)).toHaveLength(5);
});
