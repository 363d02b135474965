import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Outcome, Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import type { Fault } from '../city/faults.ts';
import { useJubir } from './harness.ts';
import {
  closePage,
  labelled,
  openList,
  readSnapshot,
  waitForReleases,
  waitForText,
  worded,
} from './steps.ts';

/** The city's site is down when Jubir is installed. */
const jubir = useJubir({
  prepare: (portal) => {
    portal.fault = { kind: 'down' };
  },
});

test('a first run without an answer says so, and “Coba lagi” brings the releases', async () => {
  expect(await jubir.waitForRefresh()).toMatchObject({ ok: false, reason: 'no-answer' });
  const popup = await jubir.openPopup();
  await waitForText(popup, '.empty-state h2', texts.list.emptyFailed);
  await waitForText(popup, '.status [role=status]', `${texts.failures['no-answer']}.`);
  expect(await popup.$('[data-release]')).toBeNull();
  // Still down: the same again, and the button stays.
  await popup.click(worded(texts.list.retry));
  await waitForText(popup, '.empty-state h2', texts.list.emptyFailed);
  jubir.portal.fault = null;
  await popup.waitForSelector(worded(texts.list.retry));
  await popup.click(worded(texts.list.retry));
  await popup.waitForSelector('[data-release]');
  await waitForText(popup, '.status [role=status]', /^Terakhir diperbarui \d\d\.\d\d · 9 rilis$/);
  await closePage(popup);
});

describe('with releases stored', () => {
  let popup: Page;
  let stored: Release[];
  beforeAll(async () => {
    await waitForReleases(jubir);
    // The search takes them in a moment later, which leaves a mark on each.
    stored = await poll('the index', async () => {
      const releases = await jubir.table<Release>('releases');
      return releases.every(({ indexed }) => indexed) && releases;
    });
    popup = await openList(jubir);
  });
  afterAll(() => popup && closePage(popup));

  /** Refreshes by the popup's own button under a fault, and gives the outcome that was stored. */
  async function refreshUnder(fault: Fault | null): Promise<Outcome> {
    const last = (await readSnapshot(jubir)).outcome?.at ?? 0;
    jubir.portal.fault = fault;
    await popup.waitForSelector(`${labelled(texts.list.refreshNow)}:not([disabled])`);
    await popup.click(labelled(texts.list.refreshNow));
    return jubir.waitForRefresh(last + 1);
  }

  const cases: [string, Fault, Partial<Outcome & { ok: false }>, string][] = [
    ['down', { kind: 'down' }, { reason: 'no-answer' }, texts.failures['no-answer']],
    ['404', { kind: '404' }, { reason: 'not-found' }, texts.failures['not-found']],
    ['500', { kind: '500' }, { reason: 'status', status: 500 }, texts.failures.status(500)],
    ['empty', { kind: 'empty' }, { reason: 'empty' }, texts.failures.empty],
    ['huge', { kind: 'huge' }, { reason: 'too-large' }, texts.failures['too-large']],
    ['redirected elsewhere', { kind: 'redirect' }, { reason: 'redirected' }, texts.failures.redirected],
    ['stalled', { kind: 'stall' }, { reason: 'timeout' }, texts.failures.timeout],
  ];
  test.each(cases)('a portal that is %s: told, and nothing is lost', async (_, fault, outcome, sentence) => {
    expect(await refreshUnder(fault)).toMatchObject({ ok: false, ...outcome });
    await waitForText(popup, '.status [role=status]', texts.failures.stored(sentence));
    expect(await jubir.table<Release>('releases')).toEqual(stored);
    expect(await popup.$$('[data-release]')).toHaveLength(stored.length);
    const [source] = await jubir.table<Source>('sources');
    expect(source?.outcome).toMatchObject({ ok: false, ...outcome });
  });

  test('a portal that sends garbage: told, and nothing is lost', async () => {
    const outcome = await refreshUnder({ kind: 'garbage' });
    if (outcome.ok) throw new Error('garbage was taken for a listing');
    // Bytes that mean nothing hold no release; whether they are a page at all is the reader's judgement.
    expect(['empty', 'unreadable']).toContain(outcome.reason);
    await waitForText(
      popup,
      '.status [role=status]',
      texts.failures.stored(texts.failures[outcome.reason as 'empty']),
    );
    expect(await jubir.table<Release>('releases')).toEqual(stored);
  });

  test('a portal that is slow: the rows stand meanwhile, and it is waited for', async () => {
    const last = (await readSnapshot(jubir)).outcome?.at ?? 0;
    jubir.portal.fault = { kind: 'slow', delayMs: 2_500 };
    await popup.waitForSelector(`${labelled(texts.list.refreshNow)}:not([disabled])`);
    await popup.click(labelled(texts.list.refreshNow));
    await waitForText(popup, '.status [role=status]', texts.list.refreshing);
    expect(await popup.$$('[data-release]')).toHaveLength(stored.length);
    expect(await jubir.waitForRefresh(last + 1)).toMatchObject({ ok: true, count: stored.length });
    await waitForText(popup, '.status [role=status]', /^Terakhir diperbarui/);
  });

  test('pages that fail while the listing answers: the new release stands, its body follows later', async () => {
    const added = jubir.portal.city.add({ title: 'Rilis dengan halaman rusak' });
    expect(await refreshUnder({ kind: '500', parts: ['release'] })).toMatchObject({ ok: true, fresh: 1 });
    const find = async (): Promise<Release | undefined> =>
      (await jubir.table<Release>('releases')).find(({ url }) => url.endsWith(`/${added.id}`));
    await poll('the attempt to be noted', async () => (await find())?.attempts === 1);
    expect(await find()).toMatchObject({ title: added.title, body: 'pending', paragraphs: [] });
    // A caption from the title alone stands ready at once.
    const row = (await readSnapshot(jubir)).rows.find(({ title }) => title === added.title);
    expect(row?.captions.x?.text).toContain(added.title);
    expect(await refreshUnder(null)).toMatchObject({ ok: true });
    await poll('the body to be read', async () => (await find())?.body === 'read');
    expect((await find())?.paragraphs).toEqual(added.paragraphs);
  });
});
