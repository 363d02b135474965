import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import type { Draft, Post } from '../../utils/draft/draft.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { withoutLink } from '../../utils/platform/links.ts';
import { type PlatformId, platformIds } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import { notedNotifications, noteNotifications, standingNotifications } from './notifications.ts';
import {
  clickAway,
  closePage,
  closePlatformTabs,
  labelled,
  openList,
  paste,
  readSnapshot,
  rowAt,
  rowOf,
  setSettings,
  shareButton,
  waitForReleases,
  waitForText,
} from './steps.ts';

/** Everything that ever corrupted a share link, in titles and in first sentences. */
const odd =
  'Pasar & Pameran “Tani+Kopi” 100% Gratis #BogorBerlari, Kata \'Wali\' "Kota" 🎉👨‍👩‍👧 = C++ / A?b;c';
const server = 'sosial.contohkota.id';

const jubir = useJubir({
  prepare: ({ city }) => {
    for (let at = 9; at > 0; at -= 1) {
      city.add({
        title: `${odd} ${at}`,
        paragraphs: [
          `Pemkot Bogor membuka Pasar & Pameran Tani+Kopi ke-${at} untuk warga, 100% gratis, di Balai Kota 🎉.`,
          '“Harga & mutu dijaga: 50% + 50% = 100%, tanpa #syarat?” kata Wali Kota Bogor, Ratna Wulandari.',
        ],
      });
    }
  },
});

/** Where each platform's button has to lead, and what the address has to carry, written out by hand. */
const expected: Record<PlatformId, (text: string, link: string) => [string, Record<string, string>]> = {
  x: (text) => ['https://x.com/intent/tweet', { text }],
  whatsapp: (text) => ['https://wa.me/', { text }],
  threads: (text) => ['https://www.threads.com/intent/post', { text }],
  facebook: (_, link) => ['https://www.facebook.com/sharer/sharer.php', { u: link }],
  instagram: () => ['https://www.instagram.com/', {}],
  telegram: (text, url) => ['https://t.me/share/url', { url, text: withoutLink(text, url) }],
  linkedin: (text) => ['https://www.linkedin.com/feed/', { shareActive: 'true', text }],
  bluesky: (text) => ['https://bsky.app/intent/compose', { text }],
  mastodon: (text) => [`https://${server}/share`, { text }],
  line: (text, url) => ['https://social-plugins.line.me/lineit/share', { url, text: withoutLink(text, url) }],
  tiktok: () => ['https://www.tiktok.com/', {}],
};

/** Waits for the address that a platform's own link makes of a text. */
function expectAddress(platform: PlatformId, text: string, link: string): Promise<void> {
  return expectOpened(...expected[platform](text, link));
}

/** Waits for the tab and compares the address that the browser went to, and that its server was asked. */
async function expectOpened(place: string, parameters: Record<string, string>): Promise<void> {
  const { host } = new URL(place);
  const url = await jubir.waitForUrl((each) => each.host === host);
  expect(url.origin + url.pathname).toBe(place);
  expect(Object.fromEntries(url.searchParams)).toEqual(parameters);
  expect(url.hash).toBe('');
  // The tab has its address before its request is out, and earlier tests asked the same host.
  await poll(`the request for ${url}`, async () =>
    jubir.portal.seen(host).some(({ headers, path }) => {
      const sent = new URL(path, place);
      return (
        headers['sec-fetch-dest'] === 'document' &&
        sent.pathname === new URL(place).pathname &&
        isDeepStrictEqual(Object.fromEntries(sent.searchParams), parameters)
      );
    }),
  );
}

test('the captions carry what corrupts links elsewhere', async () => {
  const snapshot = await waitForReleases(jubir);
  const text = rowAt(snapshot, 0).captions.x?.text ?? '';
  expect(rowAt(snapshot, 0).title).toBe(`${odd} 1`);
  expect(text).toContain('&');
  expect(text).toContain('100%');
  expect(text).toContain('+');
});

describe('one click from a release’s row', () => {
  test.each(platformIds.map((platform, at) => [platform, at] as const))('opens %s', async (platform, at) => {
    // Each platform stands among the first four once, in every place.
    const others = platformIds.filter((each) => each !== platform);
    const platforms = others.toSpliced(at % 4, 0, platform);
    await setSettings(jubir, { platforms, mastodonServer: server });
    const before = await readSnapshot(jubir);
    const row = rowAt(before, at % 9);
    const caption = row.captions[platform];
    if (!caption) throw new Error('no caption stands ready');
    await noteNotifications(jubir);
    const already = (await notedNotifications(jubir)).length;

    const popup = await openList(jubir);
    await clickAway(popup, shareButton(row, platform));
    await expectAddress(platform, caption.text, row.url);

    // Opened is not posted, and what went out is kept word for word.
    const post = await poll('the post', async () =>
      (await jubir.table<Post>('posts')).find((each) => each.platform === platform),
    );
    expect(post).toMatchObject({
      state: 'opened',
      text: caption.text,
      angle: caption.angle,
      releaseId: row.id,
      route: catalogue[platform].route,
      link: null,
    });
    expect(post.changes.map(({ state }) => state)).toEqual(['opened']);
    const draft = (await jubir.table<Draft>('drafts')).find((each) => each.platform === platform);
    expect(draft).toMatchObject({ id: post.draftId, state: 'opened', text: caption.text });
    await poll('the release to be read', async () => {
      const releases = await jubir.table<Release>('releases');
      return releases.find(({ id }) => id === row.id)?.unread === 0;
    });
    const unread = before.unread - (row.unread ? 1 : 0);
    await poll('the badge', async () => (await jubir.badge()) === (unread === 0 ? '' : String(unread)));

    // A popup is gone by then: the hint is a notification.
    if (catalogue[platform].route === 'copy') {
      const shown = await poll('the notification', async () => {
        const noted = await notedNotifications(jubir);
        return noted.find(({ title, taken }) => taken && title.endsWith(catalogue[platform].name));
      });
      expect(shown.title).toBe(texts.notices.copiedTitle(catalogue[platform].name));
      expect(shown.message).toBe(texts.notices.copied);
      // Headless Firefox has no desktop to show it on and forgets it at once; Chromium keeps it.
      if (jubir.kind === 'chromium') expect(await standingNotifications(jubir)).toBeGreaterThan(0);
      expect(await paste(jubir)).toBe(caption.text);
    } else {
      expect(await notedNotifications(jubir)).toHaveLength(already);
    }
    // The real popup closes by itself when the tab opens; Firefox's stand-in is a tab.
    if (jubir.kind === 'chromium') await poll('the popup to be gone', async () => popup.isClosed());
    await closePage(popup);
    await closePlatformTabs(jubir);
  });
});

test('a platform behind “…” opens with the best caption too', async () => {
  await setSettings(jubir, { platforms: [...platformIds] });
  const row = rowAt(await readSnapshot(jubir), 8);
  const best = (await jubir.send('best-caption', { releaseId: row.id, platform: 'line' })) as {
    text: string;
  };
  const popup = await openList(jubir);
  await popup.click(`${rowOf(row)} ${labelled(texts.list.otherPlatforms(row.title))}`);
  await clickAway(popup, `${rowOf(row)} [role=menuitem][data-platform=line]`);
  await expectAddress('line', best.text, row.url);
  await closePage(popup);
  await closePlatformTabs(jubir);
});

test('in the panel the hint of a copy is a line, and no notification', async () => {
  await setSettings(jubir, { platforms: ['instagram', 'x'] });
  const row = rowAt(await readSnapshot(jubir), 7);
  await noteNotifications(jubir);
  const already = (await notedNotifications(jubir)).length;
  const panel = await jubir.openPage('sidepanel.html');
  await clickAway(panel, shareButton(row, 'instagram'));
  await jubir.waitForUrl(({ host }) => host === 'www.instagram.com');
  await waitForText(panel, '.toast', texts.composer.copied);
  expect(await notedNotifications(jubir)).toHaveLength(already);
  expect(await paste(jubir)).toBe(row.captions.instagram?.text);
  await closePage(panel);
  await closePlatformTabs(jubir);
});

test('Mastodon without a server asks for it in the composer, then opens there', async () => {
  await setSettings(jubir, { platforms: ['mastodon', 'x'], mastodonServer: null });
  const row = rowAt(await readSnapshot(jubir), 6);
  const popup = await openList(jubir);
  await popup.click(shareButton(row, 'mastodon'));
  const open = '.open-bar button';
  await popup.waitForSelector(`${open}[disabled]`);
  await popup.type('#mastodon-server', 'bukan server');
  await popup.keyboard.press('Enter');
  await waitForText(popup, '#mastodon-server-help', texts.composer.serverBad);
  await popup.$eval('#mastodon-server', (field) => (field as HTMLInputElement).select());
  await popup.type('#mastodon-server', `https://${server}/home`);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector(`${open}:not([disabled])`);
  const text = await popup.$eval('textarea', (box) => box.value);
  await clickAway(popup, open);
  await expectAddress('mastodon', text, row.url);
  await closePage(popup);
  await closePlatformTabs(jubir);
});

test('an address that the official put in a platform’s place is the one that opens; a bad one is not taken', async () => {
  await setSettings(jubir, { platforms: ['linkedin', 'x'] });
  const row = rowAt(await readSnapshot(jubir), 5);
  const options = await jubir.openPage('options.html');
  const field = '#address-linkedin';
  await options.waitForSelector(`.link-change:has(${field})`);
  await options.click(`.link-change:has(${field}) summary`);
  await options.type(field, 'https://www.linkedin.com/feed/');
  await options.keyboard.press('Enter');
  await waitForText(options, `${field}-help`, later.id.links.bad('{text}, {body}, {link}'));
  await options.$eval(field, (input) => (input as HTMLInputElement).select());
  await options.type(field, 'https://pengganti.linkedin.com/kirim?isi={body}&tautan={link}&dari=jubir');
  await options.keyboard.press('Enter');
  await waitForText(options, '.toast', texts.options.saved);
  await closePage(options);

  const popup = await openList(jubir);
  await clickAway(popup, shareButton(row, 'linkedin'));
  await expectOpened('https://pengganti.linkedin.com/kirim', {
    isi: withoutLink(row.captions.linkedin?.text ?? '', row.url),
    tautan: row.url,
    dari: 'jubir',
  });
  await closePage(popup);
  await closePlatformTabs(jubir);
});
