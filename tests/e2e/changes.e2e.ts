import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseRow, Snapshot } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { type Draft, draftId, type Post } from '../../utils/draft/draft.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import type { ReleaseState } from '../../utils/release/versions.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import { refreshNow } from './source-steps.ts';
import {
  clickAway,
  closePage,
  closePlatformTabs,
  openComposer,
  openList,
  readSnapshot,
  rowAt,
  rowOf,
  setSettings,
  shareButton,
  waitForReleases,
  waitForSnapshot,
  waitForText,
  worded,
} from './steps.ts';

const jubir = useJubir();

/** What the city does, each to one of its releases, by its place among those of the first day. */
const at = { gone404: 1, gone410: 2, redated: 3, edited: 4, unlisted: 5, untouched: 6 } as const;
type Name = keyof typeof at;

const edit = {
  title: 'Ralat: Jembatan Sempur Kaler Diperlebar, Pemkot Siapkan Rp 21,7 Miliar',
  before: 'Pelebaran Jembatan Sempur Kaler akan dimulai bulan depan dengan anggaran Rp 18,4 miliar dari APBD',
  after: 'Pelebaran Jembatan Sempur Kaler akan dimulai bulan depan dengan anggaran Rp 21,7 miliar dari APBD',
};
const hour = 3_600_000;
const today = '(?:hari ini|kemarin) pukul \\d\\d\\.\\d\\d';

let rows: ReleaseRow[] = [];
let drafts: Draft[] = [];
let posts: Post[] = [];

const rowOn = (name: Name): ReleaseRow => rowAt({ rows }, at[name]);
/** The number in the portal's own address of a release. */
const numberOf = (name: Name): number => Number(rowOn(name).url.split('/').at(-1));
const stored = async (name: Name): Promise<Release> => {
  const release = (await jubir.table<Release>('releases')).find(({ id }) => id === rowOn(name).id);
  if (!release) throw new Error(`${name} is not in the archive`);
  return release;
};
const postsOn = async (platform: PlatformId): Promise<Post[]> =>
  (await jubir.table<Post>('posts')).filter((post) => post.platform === platform);

/** Refreshes as often as it takes, a few times at most, and gives how often it took. */
async function refreshUntil(what: string, pass: () => Promise<boolean>): Promise<number> {
  for (let times = 1; times <= 4; times += 1) {
    await refreshNow(jubir);
    if (await pass()) return times;
  }
  throw new Error(`four refreshes did not bring ${what}`);
}

const marksOf = ({ rows: shown }: Snapshot): Record<string, ReleaseState> =>
  Object.fromEntries(shown.flatMap(({ id, blocked }) => (blocked ? [[id, blocked]] : [])));
const marksFor = (wanted: Partial<Record<Name, ReleaseState>>): Record<string, ReleaseState> =>
  Object.fromEntries(Object.entries(wanted).map(([name, state]) => [rowOn(name as Name).id, state]));

/** Waits until these releases are marked on the first screen, and no other. */
async function waitForMarks(wanted: Partial<Record<Name, ReleaseState>>): Promise<void> {
  const expected = marksFor(wanted);
  const sorted = (marks: object) => JSON.stringify(Object.entries(marks).sort());
  await waitForSnapshot(jubir, `marks ${JSON.stringify(wanted)}`, (shown) => {
    return sorted(marksOf(shown)) === sorted(expected);
  });
}

/** A release's draft for Threads, in the official's own words, and a post on X. */
async function useRelease(name: Name): Promise<void> {
  const { id, title, url } = rowOn(name);
  const of = (platform: PlatformId, text: string) => ({
    id: draftId(id, platform, 'summary'),
    releaseId: id,
    releaseTitle: title,
    releaseUrl: url,
    platform,
    angle: 'summary',
    text,
    writer: crypto.randomUUID(),
    revision: 1,
  });
  await jubir.send('write-draft', of('threads', `Naskah saya sendiri: ${name}`));
  const draft = of('x', `Sudah terbit: ${name} ${url}`);
  await jubir.send('open-platform', { draft, postId: crypto.randomUUID(), from: 'page' });
  await jubir.waitForUrl(({ host }) => host === 'x.com');
  await closePlatformTabs(jubir);
}

beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp', 'threads'] });
  for (const name of ['edited', 'gone404', 'untouched'] as const) await useRelease(name);
  drafts = await jubir.table<Draft>('drafts');
  posts = await jubir.table<Post>('posts');
  expect([drafts.length, posts.length]).toEqual([6, 3]);
});

/** The words that stand in a row beside its date, or null. */
const markIn = (page: Page, name: Name): Promise<string | null> =>
  page
    .$(`${rowOf(rowOn(name))} .state-mark`)
    .then((mark) => mark?.evaluate((each) => each.textContent) ?? null);

/** The words that a comparison shows as gone and as new. */
async function differences(page: Page): Promise<{ gone: string; come: string; whole: string }> {
  const said = (selector: string): Promise<string> =>
    page.$$eval(selector, (found) =>
      found
        .map((each) => {
          const copy = each.cloneNode(true) as HTMLElement;
          for (const spoken of copy.querySelectorAll('.visually-hidden')) spoken.remove();
          return copy.textContent?.trim();
        })
        .join(' | '),
    );
  await page.waitForSelector('.difference');
  return {
    gone: await said('.difference del'),
    come: await said('.difference ins'),
    whole: await said('.difference'),
  };
}

describe('the city mends one release, moves another, takes back three', () => {
  beforeAll(async () => {
    const { city, gone } = jubir.portal;
    const { paragraphs } = city.find(numberOf('edited')) ?? { paragraphs: [] };
    expect(paragraphs[0]).toContain(edit.before);
    const mended = paragraphs.map((paragraph) => paragraph.replace(edit.before, edit.after));
    city.edit(numberOf('edited'), { title: edit.title, paragraphs: mended });
    // A whole day, at whatever time of the day: the listing tells no time.
    const { published } = city.find(numberOf('redated')) ?? { published: 0 };
    city.redate(numberOf('redated'), published - 24 * hour);
    gone.set(rowOn('gone404').url, 404);
    gone.set(rowOn('gone410').url, 410);
    city.unlisted.add(numberOf('unlisted'));
  });

  /** What the site answered at a release's own address. */
  const answersAt = (name: Name): number[] =>
    jubir.portal
      .seen('kotabogor.go.id')
      .filter(({ path }) => path === new URL(rowOn(name).url).pathname)
      .map(({ status }) => status);
  const isWithdrawn = async (name: Name): Promise<boolean> => (await stored(name)).withdrawnAt !== undefined;

  test('once missing or gone is not yet taken back, twice it is', async () => {
    const seen = { once: 0, twice: 0 };
    for (let refreshes = 1; refreshes <= 4; refreshes += 1) {
      await refreshNow(jubir);
      expect(await isWithdrawn('unlisted')).toBe(refreshes >= 2);
      for (const [name, status] of [
        ['gone404', 404],
        ['gone410', 410],
      ] as const) {
        const times = answersAt(name).filter((each) => each === status).length;
        if (times === 1) seen.once += 1;
        if (times === 2) seen.twice += 1;
        expect(await isWithdrawn(name), `${name} after ${times} times`).toBe(times >= 2);
      }
    }
    expect(seen.once).toBeGreaterThanOrEqual(2);
    expect(seen.twice).toBeGreaterThanOrEqual(2);
    // The page of what the listing leaves out stands there all the while.
    expect(answersAt('unlisted').every((status) => status === 200 || status === 304)).toBe(true);
  });

  test('all of it stands in the popup’s rows, and nothing stands at the others', async () => {
    await waitForMarks({
      edited: 'changed',
      redated: 'changed',
      gone404: 'withdrawn',
      gone410: 'withdrawn',
      unlisted: 'withdrawn',
    });
    const popup = await openList(jubir);
    await popup.waitForSelector(`${rowOf(rowOn('unlisted'))} .state-mark`);
    for (const name of ['edited', 'redated'] as const)
      expect(await markIn(popup, name)).toBe(texts.states.changed);
    for (const name of ['gone404', 'gone410', 'unlisted'] as const)
      expect(await markIn(popup, name)).toBe(texts.states.withdrawn);
    expect(await popup.$$eval('.state-mark', (marks) => marks.length)).toBe(5);
    const title = await popup.$eval(
      `${rowOf(rowOn('edited'))} .release-title`,
      (each) => (each as HTMLElement).title,
    );
    expect(title).toBe(edit.title);
    await closePage(popup);
  });
});

describe('one click', () => {
  /** The question after a click on WhatsApp in a row. */
  async function ask(name: Name): Promise<Page> {
    const popup = await openList(jubir);
    await popup.click(shareButton(rowOn(name), 'whatsapp'));
    await popup.waitForSelector('dialog[open]');
    return popup;
  }
  const isReading = (popup: Page): Promise<boolean> =>
    popup.evaluate(() => document.activeElement?.matches('dialog .button-main') ?? false);
  const nothingOpened = async (): Promise<void> => {
    expect(await postsOn('whatsapp')).toEqual([]);
    expect((await jubir.session.tabUrls()).filter((url) => url.includes('wa.me'))).toEqual([]);
  };

  test('stops with a question that says what happened; no is no, and the keyboard is back where it was', async () => {
    const popup = await ask('edited');
    const words = texts.states.ask.changed('WHEN').replace('?', '\\?').replace('WHEN', today);
    await waitForText(popup, 'dialog h2', new RegExp(`^${words}$`));
    await waitForText(popup, 'dialog p', edit.title);
    expect(await isReading(popup)).toBe(true);
    await popup.click(worded(texts.app.cancel));
    await poll('the question to go', async () => (await popup.$('dialog')) === null);
    const button = shareButton(rowOn('edited'), 'whatsapp');
    expect(await popup.evaluate((wanted) => document.activeElement?.matches(wanted), button)).toBe(true);
    await nothingOpened();
    await closePage(popup);
  });

  test('Enter reads first: the composer opens with what happened, and nothing went out', async () => {
    const popup = await ask('edited');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('textarea');
    await waitForText(popup, '.change .notice', new RegExp(today));
    await waitForText(popup, '[role=tab][aria-selected=true]', /WhatsApp/);
    await nothingOpened();
    await closePage(popup);
  });

  test('asks of a withdrawn release, too, and then goes on if the official wants', async () => {
    const popup = await ask('gone404');
    await waitForText(popup, 'dialog h2', texts.states.ask.withdrawn);
    expect(await isReading(popup)).toBe(true);
    await nothingOpened();
    await clickAway(popup, worded(texts.states.openAnyway));
    await jubir.waitForUrl(({ host }) => host === 'wa.me');
    const [post] = await poll('the post', async () => {
      const found = await postsOn('whatsapp');
      return found.length > 0 && found;
    });
    expect(post).toMatchObject({ releaseId: rowOn('gone404').id, state: 'opened' });
    await closePage(popup);
    await closePlatformTabs(jubir);
  });

  test('still is one click where nothing happened', async () => {
    const popup = await openList(jubir);
    await clickAway(popup, shareButton(rowOn('untouched'), 'whatsapp'));
    await jubir.waitForUrl(({ host }) => host === 'wa.me');
    await closePage(popup);
    await closePlatformTabs(jubir);
  });
});

/** The desk at an entry, chosen by words of its text. */
async function openDesk(words: string): Promise<Page> {
  const desk = await jubir.openPage('desk.html');
  await desk.setViewport({ width: 1280, height: 900 });
  const entry = `::-p-xpath(//*[@role="option"][contains(.,"${words}")])`;
  await desk.waitForSelector(entry);
  await desk.click(entry);
  await desk.waitForSelector(`::-p-xpath(//*[@role="option"][@aria-current="true"][contains(.,"${words}")])`);
  return desk;
}

/** The mark beside an entry in the desk's list. */
const markBy = (desk: Page, words: string): Promise<string | null> =>
  desk.$$eval(
    '.entry',
    (entries, wanted) =>
      entries.find((each) => each.textContent?.includes(wanted))?.querySelector('.state-mark')?.textContent ??
      null,
    words,
  );

describe('on the desk', () => {
  const draft = (name: Name): string => `Naskah saya sendiri: ${name}`;
  const post = (name: Name): string => `Sudah terbit: ${name}`;

  test('drafts and posts are marked in the list, those of other releases are not', async () => {
    const desk = await openDesk(draft('edited'));
    for (const words of [draft('edited'), post('edited')])
      expect(await markBy(desk, words), words).toBe(texts.states.changed);
    for (const words of [draft('gone404'), post('gone404')])
      expect(await markBy(desk, words), words).toBe(texts.states.withdrawn);
    for (const words of [draft('untouched'), post('untouched')])
      expect(await markBy(desk, words), words).toBeNull();
    await waitForText(desk, '.change .notice', new RegExp(texts.states.changedHelp(today)));
    expect(await desk.$eval('textarea', (box) => box.value)).toBe(draft('edited'));
    await closePage(desk);
  });

  test('a post tells what happened after it was opened, word for word', async () => {
    const desk = await openDesk(post('edited'));
    await waitForText(desk, '.since-opened .notice', new RegExp(texts.states.sinceOpened(today)));
    // There is nothing to be agreed to: it is out.
    expect(await desk.$(worded(texts.states.understood))).toBeNull();
    await desk.click(worded(texts.states.seeChange));
    const { gone, come } = await differences(desk);
    expect(gone).toContain('18,4');
    expect(come).toContain('21,7');
    await closePage(desk);
  });

  test('of a withdrawn release draft and post say so', async () => {
    const desk = await openDesk(draft('gone404'));
    await waitForText(desk, '.desk-detail .notice', texts.states.withdrawnHelp);
    await closePage(desk);
    const other = await openDesk(post('gone404'));
    await waitForText(other, '.since-opened .notice', texts.states.withdrawnHelp);
    await closePage(other);
  });
});

/** The composer of a release, with the comparison open. */
async function compare(name: Name): Promise<Page> {
  const popup = await openList(jubir);
  await openComposer(popup, rowOn(name));
  await popup.click(worded(texts.states.seeChange));
  return popup;
}

/** Says to have read it, and comes back to a list without the mark. */
async function understand(popup: Page, name: Name): Promise<void> {
  await popup.click(worded(texts.states.understood));
  await poll('the notice to go', async () => (await popup.$('.change')) === null);
  await waitForSnapshot(jubir, 'no mark', (shown) => !(rowOn(name).id in marksOf(shown)));
  await popup.click('.composer-head .icon-button');
  await poll('the mark to go', async () => (await markIn(popup, name)) === null);
}

describe('what changed can be read word for word', () => {
  test('title and text at once, though the city’s pages told of them one after the other', async () => {
    const popup = await compare('edited');
    const { gone, come, whole } = await differences(popup);
    expect(come).toContain('Ralat:');
    expect(gone.match(/18,4/g)).toHaveLength(2);
    expect(come.match(/21,7/g)).toHaveLength(2);
    expect(whole).toContain('Rekayasa lalu lintas berlaku setiap hari');
    await popup.click(worded(texts.states.hideChange));
    expect(await popup.$('.difference')).toBeNull();
    await closePage(popup);
  });

  test('a date', async () => {
    const popup = await compare('redated');
    const { gone, come } = await differences(popup);
    const day = (published: number) =>
      new Intl.DateTimeFormat('id-ID', { day: 'numeric', timeZone: 'Asia/Jakarta' }).format(published);
    const moved = jubir.portal.city.find(numberOf('redated'))?.published ?? 0;
    expect(come).toContain(day(moved));
    expect(gone).toContain(day(rowOn('redated').published?.at ?? 0));
    await understand(popup, 'redated');
    await closePage(popup);
  });

  test('“Sudah saya baca” takes the mark away, and one click is one click again', async () => {
    const popup = await compare('edited');
    await understand(popup, 'edited');
    await clickAway(popup, shareButton(rowOn('edited'), 'whatsapp'));
    const { searchParams } = await jubir.waitForUrl(({ host }) => host === 'wa.me');
    expect(searchParams.get('text')).toContain('21,7');
    await closePage(popup);
    await closePlatformTabs(jubir);
    await waitForMarks({ gone404: 'withdrawn', gone410: 'withdrawn', unlisted: 'withdrawn' });
  });

  test('what is withdrawn cannot be agreed to', async () => {
    const popup = await openList(jubir);
    await openComposer(popup, rowOn('gone410'));
    await waitForText(popup, '.notice', texts.states.withdrawnHelp);
    expect(await popup.$(worded(texts.states.understood))).toBeNull();
    await closePage(popup);
  });
});

describe('the city goes on', () => {
  const change = (from: string, to: string): void => {
    const { city } = jubir.portal;
    const { title, paragraphs } = city.find(numberOf('edited')) ?? { title: '', paragraphs: [] };
    city.edit(numberOf('edited'), {
      title: title.replace(from, to),
      paragraphs: paragraphs.map((paragraph) => paragraph.replace(from, to)),
    });
  };
  const waitForChange = async (since: number): Promise<void> => {
    await refreshUntil('the change', async () => {
      const { changedAt = 0, paragraphs, title } = await stored('edited');
      const { city } = jubir.portal;
      const isWhole = paragraphs[0] === city.find(numberOf('edited'))?.paragraphs[0];
      return changedAt > since && isWhole && title === city.find(numberOf('edited'))?.title;
    });
    await waitForSnapshot(jubir, 'the mark', (shown) => marksOf(shown)[rowOn('edited').id] === 'changed');
  };

  test('a second change is told again, and only that', async () => {
    const since = Date.now();
    change('21,7', '22,9');
    await waitForChange(since);
    const popup = await compare('edited');
    const { gone, come } = await differences(popup);
    expect(gone.match(/21,7/g)).toHaveLength(2);
    expect(come.match(/22,9/g)).toHaveLength(2);
    expect(gone + come).not.toContain('Ralat');
    await understand(popup, 'edited');
    await closePage(popup);
  });

  test('a change back is told, too', async () => {
    const since = Date.now();
    change('22,9', '21,7');
    await waitForChange(since);
    const popup = await compare('edited');
    const { gone, come } = await differences(popup);
    expect(gone).toContain('22,9');
    expect(come).toContain('21,7');
    await understand(popup, 'edited');
    await closePage(popup);
  });

  test('what returns is marked no more, and is one click again', async () => {
    const { city, gone } = jubir.portal;
    gone.clear();
    city.unlisted.clear();
    await refreshUntil('all of them back', async () =>
      (await jubir.table<Release>('releases')).every(({ withdrawnAt }) => withdrawnAt === undefined),
    );
    await waitForMarks({});
    const popup = await openList(jubir);
    expect(await popup.$('.state-mark')).toBeNull();
    await clickAway(popup, shareButton(rowOn('unlisted'), 'whatsapp'));
    await jubir.waitForUrl(({ host }) => host === 'wa.me');
    await closePage(popup);
    await closePlatformTabs(jubir);
  });

  test('nothing that an official wrote was touched by any of it', async () => {
    const now = { drafts: await jubir.table<Draft>('drafts'), posts: await jubir.table<Post>('posts') };
    const same = <Row extends { id: string }>(before: Row[], after: Row[]) =>
      before.map(({ id }) => after.find((each) => each.id === id));
    // Whether the official was asked about a post is ours, not theirs.
    expect(same(posts, now.posts)).toEqual(posts.map((post) => ({ ...post, asked: expect.any(Number) })));
    expect(same(drafts, now.drafts)).toEqual(drafts);
    const { rows: shown } = await readSnapshot(jubir);
    const row = shown.find(({ id }) => id === rowOn('edited').id);
    expect(row?.captions.threads?.text).toBe('Naskah saya sendiri: edited');
  });
});
