import { afterAll, beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import {
  boxText,
  closePage,
  draftOn,
  focusBox,
  labelled,
  openComposer,
  openList,
  readSnapshot,
  rowAt,
  waitForBox,
  waitForReleases,
  waitForSaved,
  waitForText,
} from './steps.ts';

const jubir = useJubir();

beforeAll(async () => {
  await waitForReleases(jubir);
  await jubir.session.setOffline(true);
});
afterAll(() => jubir.session?.setOffline(false));

test('with the network off the popup paints its rows and pictures, and says so after a try', async () => {
  const { rows, total } = await readSnapshot(jubir);
  const popup = await openList(jubir);
  await poll('all rows', async () => (await popup.$$('[data-release]')).length === rows.length);
  await popup.waitForSelector('.release-picture img[src^="data:"]');
  await waitForText(popup, '.status [role=status]', new RegExp(` · ${total} rilis$`));
  const before = jubir.portal.requests.length;
  await popup.click(labelled(texts.list.refreshNow));
  await waitForText(popup, '.status [role=status]', texts.failures.stored(texts.failures.offline));
  expect((await readSnapshot(jubir)).outcome).toMatchObject({ ok: false, reason: 'offline' });
  expect((await readSnapshot(jubir)).rows).toHaveLength(rows.length);
  expect(jubir.portal.requests).toHaveLength(before);
  await closePage(popup);
});

test('the composer works and stores what is typed', async () => {
  const row = rowAt(await readSnapshot(jubir), 0);
  const popup = await openList(jubir);
  await openComposer(popup, row);
  const first = await boxText(popup);
  expect(first).toBe(row.captions.x?.text);
  await focusBox(popup);
  await popup.keyboard.type(' ditulis luring');
  await waitForSaved(popup);
  await closePage(popup);
  expect((await draftOn(jubir, row, 'x'))?.text).toBe(`${first} ditulis luring`);
  const again = await openList(jubir);
  await openComposer(again, row);
  await waitForBox(again, `${first} ditulis luring`);
  await closePage(again);
});

test('the desk lists the draft, says that it is offline, and comes back the same after a reload', async () => {
  const desk = await jubir.openPage('desk.html');
  const look = async (): Promise<void> => {
    await waitForText(desk, '.entry-text', /ditulis luring$/);
    await waitForText(desk, '.entry-foot', new RegExp(`^${catalogue.x.name}.*${texts.desk.stateDraft}$`));
    await waitForText(desk, '.shelves-foot', texts.desk.offline);
  };
  await look();
  await desk.evaluate(() => location.reload());
  await poll('the page to be new', () =>
    desk
      .evaluate(() =>
        performance
          .getEntriesByType('navigation')
          .some((entry) => 'type' in entry && entry.type === 'reload'),
      )
      .catch(() => false),
  );
  await look();
  await closePage(desk);
});

test('with the network back the next refresh tells of it', async () => {
  await jubir.session.setOffline(false);
  const popup = await openList(jubir);
  await waitForText(popup, '.status [role=status]', texts.failures.stored(texts.failures.offline));
  await popup.click(labelled(texts.list.refreshNow));
  await waitForText(popup, '.status [role=status]', /^Terakhir diperbarui/);
  await closePage(popup);
});
