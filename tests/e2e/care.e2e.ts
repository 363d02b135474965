import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { news } from '../../utils/browser/texts/news.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import {
  closePage,
  fillBox,
  openComposer,
  openList,
  paste,
  readSnapshot,
  rowAt,
  setSettings,
  waitForReleases,
  waitForSaved,
  waitForText,
  worded,
} from './steps.ts';

const jubir = useJubir();
const words = later.id.report;

beforeAll(async () => {
  await waitForReleases(jubir);
});

test('the problem report is shown, copied as it is shown, and tells nothing of what was written', async () => {
  await setSettings(jubir, { mastodonServer: 'rahasia.example', lines: ['Salam rahasia'] });
  const list = await openList(jubir);
  const row = rowAt(await readSnapshot(jubir), 0);
  await openComposer(list, row);
  await fillBox(list, 'Naskah rahasia dari Budi, 0812-3456-7890.');
  await waitForSaved(list);
  await closePage(list);
  // A failure whose message holds what is written: the background tells only what class it was.
  await jubir
    .send('duplicate-draft', { draftId: 'naskah rahasia', platforms: null, writer: 'uji' })
    .catch(() => {});

  const options = await jubir.openPage('options.html', '#laporan');
  await options.bringToFront();
  await options.waitForSelector(worded(words.make));
  await options.click(worded(words.make));
  await options.waitForSelector('pre.report');
  const report = await options.$eval('pre.report', (shown) => shown.textContent ?? '');
  expect(report).toMatch(/^Laporan masalah Jubir · \d{4}-\d\d-\d\d \d\d:\d\d UTC\nJubir \d+\.\d+\.\d+ · /);
  expect(report).toMatch(jubir.kind === 'firefox' ? / · Firefox \d+, / : / · Chrome \d+, /);
  expect(report).toMatch(/\n1\. page \(kota-bogor\); berhasil, 9 rilis, /);
  expect(report).toMatch(/duplicate-draft: [A-Z]\w*Error/);
  expect(report).toMatch(/drafts 1 · posts 0/);
  expect(report).not.toMatch(/rahasia|budi|0812|https?:|naskah/i);
  expect(report).not.toContain(row.title);
  await expectAccessible(jubir, options);
  await options.click(worded(words.copy));
  await waitForText(options, '.toast span', words.copied);
  expect(await paste(jubir)).toBe(report);
  await closePage(options);
});

const line = `section[aria-label="${texts.updated.title}"]`;

/** A newer version in the extension's folder, taken as the browser takes an update. */
async function updateTo(version: string): Promise<void> {
  const path = join(jubir.session.extension, 'manifest.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version }));
  await jubir.session.reload();
  await poll('the background after the update', async () => {
    const answer = await jubir.send('question-shown', { postId: 'none' }).catch(() => undefined);
    return answer === null && (await readSnapshot(jubir)) !== undefined;
  });
}

const told = async (): Promise<unknown> => (await jubir.stored<{ updated?: unknown }>()).updated;

test('what an update brought is one line in the popup, until it is closed; nothing after an installation', async () => {
  const [version = '', said] = Object.entries(news).at(-1) ?? [];
  const first = await openList(jubir);
  expect(await first.$(line)).toBeNull();
  await closePage(first);

  await updateTo(`${version}.0`);
  await poll('the update to be noted', told);
  const popup = await openList(jubir);
  await waitForText(popup, `${line} p`, texts.updated.to(version, said?.id ?? ''));
  await expectAccessible(jubir, popup);
  await popup.click(`${line} button`);
  await poll('the line to go', async () => (await popup.$(line)) === null && (await told()) === undefined);
  await closePage(popup);

  // What only mends says nothing, and nothing comes back.
  await updateTo(`${version}.1`);
  const again = await openList(jubir);
  expect(await again.$(line)).toBeNull();
  expect(await told()).toBeUndefined();
  await closePage(again);
});
