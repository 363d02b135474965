import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { composeSelected } from '../../utils/flow/compose.ts';
import { type Clicked, findClicked, type PageTools, wordsIn } from '../../utils/flow/share-page.ts';
import type { Release } from '../../utils/release/release.ts';
import { takePage } from '../../utils/release/take-page.ts';
import { presets } from '../../utils/source/cities.ts';
import type { Source } from '../../utils/source/source.ts';
import { htmlToParagraphs } from '../../utils/source/text.ts';
import { escapeMarkup } from '../city/pages.ts';
import { payloadSuites, xssPayloads } from '../source/payloads.ts';
import { download, isAbsent } from '../source/samples.ts';

const bogor = presets[0] as Source;
const absent = payloadSuites.map(isAbsent).some(Boolean);
const payloads = absent ? [] : xssPayloads();

const address = 'https://kotabogor.go.id/berita-detail/1';

let db: JubirDatabase;
/** Holds every attempt as text, as an editor may have written it, and as the markup that a broken-into city serves. */
let stored: Release;
beforeAll(async () => {
  db = new JubirDatabase('hostile-selections');
  await db.sources.put(bogor);
  const page =
    '<h3 class="blog-details__title">Naskah</h3><div class="blog-details__content"><p>Isi rilis.</p></div>';
  stored = {
    ...(await takePage(db, bogor, address, download(page, address), 0)),
    paragraphs: payloads.flatMap((payload) => [
      ...htmlToParagraphs(`<p>${escapeMarkup(payload)}</p>`),
      ...htmlToParagraphs(payload),
    ]),
  };
  await db.releases.put(stored);
});
afterAll(() => db.delete());

const clicked = (page: string, words: string): Clicked => ({
  on: 'selection',
  page,
  title: words,
  ...{ link: words, words, image: words },
});
const unread = async (): Promise<never> => {
  throw new Error('was read');
};
/** Nothing of a page is needed for its selection; whoever reads it all the same fails. */
const tools: PageTools = { now: () => 0, pageHtml: unread, pageText: unread, mayAsk: unread };
const folded = (text: string): string => text.replace(/[\s\u00ad\u200b]+/gu, ' ').trim();

describe.skipIf(absent)('603 attempts at script injection as selections', () => {
  test('on a release page they lead as they stand in the release, or not at all', async () => {
    expect(payloads).toHaveLength(603);
    const whole = folded(stored.paragraphs.join(' ')).toLowerCase();
    let [led, refused] = [0, 0];
    for (const words of payloads) {
      const found = await findClicked(db, clicked(stored.url, words), tools);
      expect(found).toMatchObject({ kind: 'release', releaseId: stored.id, picture: '' });
      if (found.kind !== 'release') continue;
      if (found.note === 'words-elsewhere') {
        expect(found.lead).toBe('');
        refused += 1;
        continue;
      }
      // Letter by letter what was selected, and what the release has.
      expect(found.lead.toLowerCase()).toBe(folded(words).toLowerCase());
      expect(whole).toContain(found.lead.toLowerCase());
      const { text } = composeSelected(
        { ...stored, paragraphs: [found.lead] },
        bogor,
        'facebook',
        found.lead,
      );
      expect(text).toContain(stored.url);
      led += 1;
    }
    console.log(`${led} lead a caption exactly, ${refused} are refused as not the release's, 0 fail`);
    expect(led + refused).toBe(603);
    expect(led).toBeGreaterThanOrEqual(590);
  });

  test('elsewhere they are the words to answer, and nothing more', async () => {
    const page = 'https://koran.example/berita';
    for (const words of payloads) {
      const found = await findClicked(db, clicked(page, words), tools);
      expect(found).toEqual({
        kind: 'news',
        news: { url: page, title: words, text: folded(words).slice(0, 20_000) },
      });
    }
  });

  test('as addresses of pages and links they lead nowhere that is not on the web', async () => {
    const kinds = new Map<string, number>();
    for (const address of payloads.flatMap((each) => [
      each,
      `javascript:${each}`,
      `data:text/html,${each}`,
    ])) {
      for (const on of ['page', 'link'] as const) {
        const what: Clicked = { on, page: address, title: '', link: address, words: '', image: address };
        const found = await findClicked(db, what, tools);
        const kind = found.kind === 'failed' ? found.reason : found.kind;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
    }
    expect([...kinds]).toEqual([['no-page', 6 * payloads.length]]);
  });
});

test('letters whose small form is longer move nothing: the words are those that were selected', () => {
  const text = { title: '', paragraphs: ['İSTANBUL DAN İZMİR: Bogor menyambut delegasi.'] };
  expect(wordsIn(text, 'Bogor menyambut')).toBe('Bogor menyambut');
  expect(wordsIn(text, 'BOGOR MENYAMBUT')).toBe('Bogor menyambut');
});
