import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import {
  boxText,
  closePage,
  focusBox,
  openComposer,
  openList,
  rowOf,
  setSettings,
  waitForReleases,
  waitForSaved,
  waitForSnapshot,
  worded,
} from './steps.ts';

const evil = 'jahat.example';
/** Written as text by the city's editor: it has to arrive as text. */
const asText = '<img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=2</script>';

/** Markup of a broken-into city: what is no text has to vanish. */
const listing = `<!DOCTYPE html><html><head><base href="https://${evil}/">
<meta http-equiv="refresh" content="0;url=https://${evil}/refresh"></head><body>
<div class="blog-one__single">
  <div class="blog-one__img"><img src="https://${evil}/gambar.png" onerror="globalThis.pwned=3">
    <div class="blog-one__date"><p>24 / 11 <br><span>2026</span></p></div></div>
  <h3 class="blog-one__title"><a href="https://kotabogor.go.id/berita-detail/9001">Rilis <img src=x onerror="globalThis.pwned=4">berbahaya
    <script>globalThis.pwned=5</script><svg onload="globalThis.pwned=6"></svg>&lt;b&gt;satu&lt;/b&gt;</a></h3>
</div>
<div class="blog-one__single"><h3 class="blog-one__title"><a href="javascript:globalThis.pwned=7">Tautan skrip</a></h3></div>
<div class="blog-one__single"><h3 class="blog-one__title"><a href="data:text/html,<script>1</script>">Tautan data</a></h3></div>
<div class="blog-one__single"><h3 class="blog-one__title"><a href="https://${evil}/berita-detail/1">Rilis di situs lain</a></h3></div>
</body></html>`;
const page = `<!DOCTYPE html><html><body><h3 class="blog-details__title">Rilis <img src=x onerror="globalThis.pwned=8">berbahaya &lt;b&gt;satu&lt;/b&gt;</h3>
<div class="blog-details__content"><p>Pemkot Bogor menegaskan <b onclick="globalThis.pwned=9">isi</b> rilis ini tetap teks &lt;img src=x onerror=alert(1)&gt; saja.</p>
<script>globalThis.pwned=10</script><style>body{background:url(https://${evil}/css.png)}</style>
<iframe src="https://${evil}/bingkai"></iframe><form action="https://${evil}/"><input name=a></form>
<p style="display:none">tersembunyi</p><p>“Warga tenang saja,” kata <a href="javascript:globalThis.pwned=11">Wali Kota</a> Bogor, Ratna Wulandari.</p></div>
</body></html>`;

const jubir = useJubir();

const title = `${asText} Rilis teks`;
beforeAll(async () => {
  await waitForReleases(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  jubir.portal.city.add({ title, paragraphs: [`Pemkot Bogor menulis ${asText} di rilis ini, apa adanya.`] });
  await jubir.send('refresh-now', null);
  jubir.portal.pages.set('https://kotabogor.go.id/berita', listing);
  jubir.portal.pages.set('https://kotabogor.go.id/berita-detail/9001', page);
  await jubir.send('refresh-now', null);
  await waitForSnapshot(jubir, 'the broken-into listing', ({ rows }) =>
    rows.some(({ url }) => url.endsWith('/9001')),
  );
});

async function releaseAt(end: string): Promise<Release> {
  const release = (await jubir.table<Release>('releases')).find(({ url }) => url.endsWith(end));
  if (!release) throw new Error(`no release ${end}`);
  return release;
}

/** Nothing of the payloads became an element, and nothing of them ran. */
async function expectQuiet(where: Page): Promise<void> {
  const found = await where.evaluate(() => ({
    pwned: 'pwned' in globalThis,
    images: [...document.images].filter(({ src }) => !src.startsWith('data:')).length,
    scripts: [...document.scripts].filter(({ src }) => !src.startsWith(location.origin)).length,
    handlers: document.querySelectorAll('[onerror],[onload],[onclick],iframe,base,meta[http-equiv]').length,
    links: [...document.links].filter(({ protocol }) => !['https:', location.protocol].includes(protocol))
      .length,
  }));
  expect(found).toEqual({ pwned: false, images: 0, scripts: 0, handlers: 0, links: 0 });
}

test('a title and a body that are markup written as text stay text, letter by letter', async () => {
  const added = jubir.portal.city.releases[0];
  const release = await releaseAt(`/${added?.id}`);
  expect(release.title).toBe(title);
  expect(release.paragraphs).toEqual([`Pemkot Bogor menulis ${asText} di rilis ini, apa adanya.`]);

  const popup = await openList(jubir);
  const shown = await popup.$eval(`${rowOf(release)} .release-title`, (button) =>
    button.getAttribute('title'),
  );
  expect(shown).toBe(title);
  await expectQuiet(popup);
  await openComposer(popup, release);
  await popup.click(worded(texts.composer.readRelease));
  const article = await popup.$eval('article', ({ innerText }) => innerText);
  expect(article).toContain(asText);
  await focusBox(popup, 'all');
  await popup.keyboard.type(`Draf ${asText}`);
  await waitForSaved(popup);
  expect(await boxText(popup)).toBe(`Draf ${asText}`);
  await expectQuiet(popup);
  await closePage(popup);

  const desk = await jubir.openPage('desk.html');
  await desk.waitForSelector('.entry-text');
  expect(await desk.$eval('.entry-text', ({ textContent }) => textContent)).toBe(`Draf ${asText}`);
  await expectQuiet(desk);
  await closePage(desk);
});

test('markup of a broken-into city becomes plain text; its scripts, frames and hidden parts go', async () => {
  const release = await releaseAt('/9001');
  expect(release.title).toBe('Rilis berbahaya <b>satu</b>');
  expect(release.paragraphs).toEqual([
    'Pemkot Bogor menegaskan isi rilis ini tetap teks <img src=x onerror=alert(1)> saja.',
    '“Warga tenang saja,” kata Wali Kota Bogor, Ratna Wulandari.',
  ]);
  const popup = await openList(jubir);
  await popup.waitForSelector(rowOf(release));
  await expectQuiet(popup);
  await openComposer(popup, release);
  await popup.click(worded(texts.composer.readRelease));
  await popup.waitForSelector('article');
  await expectQuiet(popup);
  await closePage(popup);
});

test('links that are no https links of the city never become releases', async () => {
  const urls = (await jubir.table<Release>('releases')).map(({ url }) => new URL(url));
  expect(urls.filter(({ protocol }) => protocol !== 'https:')).toEqual([]);
  expect(urls.filter(({ hostname }) => hostname === evil)).toEqual([]);
});

test('the background asked only the city’s two hosts, without cookies or a referrer', async () => {
  // Browsers ask their makers for updates and settings; no payload and no code of ours names those hosts.
  const makers = /(^|\.)(mozilla|firefox|mozgcp|google|googleapis|gvt1)\.(org|com|net)$/;
  const requests = jubir.portal.requests.filter(({ host }) => !makers.test(host));
  const hosts = new Set(requests.map(({ host }) => host));
  expect([...hosts].sort()).toEqual(['adm.kotabogor.go.id', 'kotabogor.go.id']);
  for (const { headers } of requests) {
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
  }
  await poll('no tab of the web', async () =>
    (await jubir.session.tabUrls()).every((url) => !url.startsWith('http')),
  );
});

test('a redirect to another site fails closed: nothing of that site is taken', async () => {
  const last = Date.now();
  const before = await jubir.table<Release>('releases');
  jubir.portal.pages.delete('https://kotabogor.go.id/berita');
  jubir.portal.fault = { kind: 'redirect', parts: ['listing'] };
  await jubir.send('refresh-now', null);
  expect(await jubir.waitForRefresh(last)).toMatchObject({ ok: false, reason: 'redirected' });
  jubir.portal.fault = null;
  expect(await jubir.table<Release>('releases')).toEqual(before);
  // No code of ours can see a redirect before the browser has gone along: it asks there as any stranger's page
  // would, without a permission, so that the answer stays unread, and without a cookie or a referrer.
  for (const { headers } of jubir.portal.seen('bukan-situs-kota.example')) {
    expect(headers['sec-fetch-mode']).toBe('cors');
    // Chromium names no origin after a redirect; Firefox names the extension's, which tells no more than a random number.
    expect(['null', jubir.session.origin]).toContain(headers.origin);
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
  }
});
