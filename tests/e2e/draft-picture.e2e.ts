import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { sending } from '../../utils/browser/texts/sending.ts';
import type { Post } from '../../utils/draft/draft.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll } from '../browsers/session.ts';
import { MastodonServer } from '../platform/mastodon-server.ts';
import { accountOn } from './allowed.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import {
  boxText,
  closePage,
  draftOn,
  fillBox,
  paste,
  textOf,
  waitForReleases,
  waitForSaved,
  waitForText,
  worded,
} from './steps.ts';

const server = new MastodonServer();
const host = 'mastodon.test';
const words = sending.id;
const field = '#draft-picture-alt';

const jubir = useJubir({ change: accountOn(host) });
let release: Release;
/** A picture of the city's that is not the release's own. */
let picture: string;
let panel: Page;

beforeAll(async () => {
  await server.start();
  jubir.portal.servers.set(host, server.port);
  await waitForReleases(jubir);
  const pictured = (await jubir.table<Release>('releases')).filter(({ image }) => image !== null);
  expect(pictured.length).toBeGreaterThan(1);
  [release] = pictured as [Release];
  picture = pictured.at(-1)?.image ?? '';
  expect(picture).not.toBe(release.image);
});
afterAll(() => server.stop());
afterEach(() => closePage(panel));

/** The panel, handed a picture for the release's draft on a platform. */
async function panelWith(platform: PlatformId, address: string): Promise<void> {
  panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector('[data-release]');
  await handOver(platform, address);
  await panel.waitForSelector(`[role=tab][data-platform=${platform}][aria-selected=true]`);
  await panel.waitForSelector('textarea');
}
/** As the context menu does: each click is one of its own. */
const handOver = (platform: PlatformId, address: string) =>
  jubir.send('hand-over', { releaseId: release.id, platform, picture: address, at: Date.now() });
const pictureOn = async (platform: PlatformId) => (await draftOn(jubir, release, platform))?.picture;
const gone = () => poll('the picture to go', async () => (await panel.$('.draft-picture')) === null);

/** The small picture as the page draws it: its policy lets nothing but `data:` be shown. */
async function drawn(): Promise<number> {
  await panel.waitForSelector('img.draft-picture-small');
  return poll('its pixels', () =>
    panel.$eval('img.draft-picture-small', (image) => (image as HTMLImageElement).naturalWidth),
  );
}
const describeIt = async (alt: string): Promise<void> => {
  await panel.click(field);
  await panel.keyboard.type(alt);
};

test('a picture that is handed over becomes the draft’s; the text stands, and words for it are asked for', async () => {
  await panelWith('x', picture);
  expect(await drawn()).toBeGreaterThan(100);
  const suggestion = await boxText(panel);
  await poll('the draft', async () => (await pictureOn('x'))?.url === picture);
  expect(await draftOn(jubir, release, 'x')).toMatchObject({
    text: suggestion,
    angle: 'summary',
    picture: { url: picture, alt: '' },
  });
  expect(await textOf(panel, '#draft-picture-missing')).toBe(words.picture.altMissing);
  await expectAccessible(jubir, panel);

  await describeIt('Warga berjalan pagi');
  await poll('the words', async () => (await pictureOn('x'))?.alt === 'Warga berjalan pagi');
  await fillBox(panel, 'Kata saya sendiri');
  await waitForSaved(panel);
  expect(await draftOn(jubir, release, 'x')).toMatchObject({
    text: 'Kata saya sendiri',
    picture: { url: picture, alt: 'Warga berjalan pagi' },
  });
  expect(await panel.$('#draft-picture-missing')).toBeNull();
  await expectAccessible(jubir, panel);
});

test('where a link cannot carry it, it is saved and its words copied', async () => {
  panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector('[data-release]');
  await jubir.send('hand-over', { releaseId: release.id, platform: 'x', angle: 'summary' });
  await drawn();
  // No browser of a test fills a folder of whoever runs it.
  await panel.evaluate(() => {
    const scope = globalThis as unknown as { saved?: Promise<number[]>; savedAs?: string };
    URL.createObjectURL = (blob: Blob) => {
      scope.saved = blob.arrayBuffer().then((bytes) => [...new Uint8Array(bytes).subarray(0, 3)]);
      return 'blob:none';
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      scope.savedAs = this.download;
    };
  });
  await panel.click(worded(words.picture.save));
  const saved = await panel.evaluate(async () => {
    const scope = globalThis as unknown as { saved?: Promise<number[]>; savedAs?: string };
    return { name: scope.savedAs, head: await scope.saved };
  });
  expect(saved.name).toMatch(/^gambar-[a-z\d-]+\.jpg$/);
  expect(saved.head).toEqual([0xff, 0xd8, 0xff]);
  expect(await textOf(panel, '.draft-picture')).toContain(words.picture.saved);
  await panel.bringToFront();
  await panel.click(worded(words.picture.copyAlt));
  await waitForText(panel, '.draft-picture > p[role=status]', words.picture.copied);
  expect(await paste(jubir)).toBe('Warga berjalan pagi');
});

test('it is taken off, and handed over once more it is there once more', async () => {
  await panelWith('threads', picture);
  await drawn();
  await panel.click(worded(words.picture.detach));
  await gone();
  await poll('the draft without it', async () => (await pictureOn('threads')) === undefined);
  await handOver('threads', picture);
  await drawn();
  await poll('the draft with it', async () => (await pictureOn('threads'))?.url === picture);
});

test('one from elsewhere is refused, and nothing is written or asked for', async () => {
  const before = jubir.portal.requests.length;
  await panelWith('telegram', 'https://kotabogor.go.id.example.com/a.png');
  await waitForText(panel, '.notice', words.picture.refused);
  expect(await draftOn(jubir, release, 'telegram')).toBeNull();
  const asked = jubir.portal.requests.slice(before).map(({ host: name }) => name);
  expect(asked).not.toContain('kotabogor.go.id.example.com');
  await expectAccessible(jubir, panel);
});

test('one that the city does not have is told, stays in the draft, and is asked for again', async () => {
  const away = new URL('/storage/data/tidak-ada.png', picture).href;
  await panelWith('linkedin', away);
  await waitForText(panel, '.draft-picture .notice', new RegExp(words.picture.failed.gone));
  expect((await pictureOn('linkedin'))?.url).toBe(away);
  await describeIt('Alun-alun');
  await poll('the words', async () => (await pictureOn('linkedin'))?.alt === 'Alun-alun');
  await expectAccessible(jubir, panel);
  const asked = () => jubir.portal.requests.filter(({ path }) => path.endsWith('/tidak-ada.png')).length;
  const before = asked();
  await panel.click(worded(texts.list.retry));
  await poll('another request', async () => asked() > before);
});

test('from an account it goes out with its words in place of the release’s own', async () => {
  await jubir.send('add-mastodon', { host });
  await panelWith('mastodon', picture);
  await drawn();
  expect(await textOf(panel, '.draft-picture')).toContain(words.picture.goesAlong);
  expect(await panel.$(worded(words.picture.save))).toBeNull();
  await describeIt('Warga & “taman” 🎉');
  await fillBox(panel, 'Dengan gambar kota');
  await waitForSaved(panel);
  await panel.click(worded(words.publish.publish));
  await panel.waitForSelector('dialog[open] .publish-picture img');
  expect(await textOf(panel, 'dialog .publish-picture')).toBe('Warga & “taman” 🎉');
  await expectAccessible(jubir, panel);
  await panel.click(worded(words.publish.confirm.yes));
  await panel.waitForSelector(worded(words.publish.sent.sendNow));
  await panel.click(worded(words.publish.sent.sendNow));
  const status = await poll('the status', async () =>
    server.statuses.find(({ text }) => text === 'Dengan gambar kota'),
  );
  expect(status.media_attachments).toMatchObject([{ description: 'Warga & “taman” 🎉' }]);
  expect(server.files.map(({ description }) => description)).toEqual(['Warga & “taman” 🎉']);
  const [file] = server.files;
  expect([...(file?.bytes.subarray(0, 3) ?? [])]).toEqual([0xff, 0xd8, 0xff]);
  expect(file?.bytes.length).toBeGreaterThan(1_000);
  const post = await poll('the post', async () =>
    (await jubir.table<Post>('posts')).find(({ state }) => state === 'posted'),
  );
  expect(post.picture).toEqual({ url: picture, alt: 'Warga & “taman” 🎉' });
});
