import type { Page } from 'puppeteer-core';
import type { Texts } from '../../utils/browser/texts/id.ts';
import { poll, type Session } from '../browsers/session.ts';
import type { Portal } from '../city/portal.ts';
import { byName, click, seeText, tabAt } from './pages.ts';

/** What the steps of one walk share. */
export interface Walk {
  portal: Portal;
  session: Session;
  texts: Texts;
  /** Takes the colours of the walk's theme. */
  themed: (page: Page) => Promise<Page>;
  /** The popup that is open, for the steps that go on in it. */
  popup?: Page;
  /** What the official wrote. */
  written?: string;
}

/** One step: does something as a person would, checks that it worked, and gives the page to picture. */
export interface TourStep {
  name: string;
  run: (walk: Walk) => Promise<Page>;
}

function open(walk: Walk): Page {
  if (!walk.popup) throw new Error('the popup is not open');
  return walk.popup;
}

const box = (walk: Walk): string => byName(walk.texts.composer.text('X'));

/** The installation's own draw decides among equal captions; here it is always the same, or pictures would differ. */
async function pinSeed(session: Session): Promise<void> {
  const pin = () =>
    session.inExtension(async () => {
      const { browser } = globalThis as unknown as {
        browser: {
          storage: {
            local: { get(): Promise<{ settings?: { seed?: number } }>; set(all: object): Promise<void> };
          };
        };
      };
      const { settings } = await browser.storage.local.get();
      if (!settings?.seed) return false;
      await browser.storage.local.set({ settings: { ...settings, seed: 1 } });
      return true;
    });
  await poll('the installation to have drawn', pin);
}

/** The main job from the installation to the history. */
export const tourSteps: TourStep[] = [
  {
    name: 'welcome',
    async run({ session, texts, themed }) {
      const page = await themed(await tabAt(session, (url) => url.pathname === '/welcome.html'));
      await pinSeed(session);
      // Jubir speaks Indonesian until the official says otherwise.
      if (texts.locale.startsWith('en')) await click(page, texts.options.languages.en);
      await seeText(page, texts.welcome.title);
      return page;
    },
  },
  {
    name: 'popup',
    async run(walk) {
      const welcome = await tabAt(walk.session, (url) => url.pathname === '/welcome.html');
      await click(welcome, walk.texts.welcome.start);
      await seeText(welcome, walk.texts.welcome.doneTitle);
      const pictures = async (): Promise<boolean> => {
        const stored = await walk.session.inExtension(() => {
          const api = (
            globalThis as unknown as { browser: { storage: { local: { get(): Promise<object> } } } }
          ).browser;
          return api.storage.local.get() as Promise<{ 'snapshot-pictures'?: object }>;
        });
        return Object.keys(stored['snapshot-pictures'] ?? {}).length >= 6;
      };
      await poll('the newest releases and their pictures', pictures, 30_000);
      walk.popup = await walk.themed(await walk.session.openPopup());
      await seeText(walk.popup, walk.portal.city.releases[0]?.title ?? '');
      return walk.popup;
    },
  },
  {
    name: 'caption',
    async run(walk) {
      const popup = open(walk);
      await popup.locator('[data-release] .release-title').click();
      await popup.waitForSelector(box(walk));
      const text = await popup.$eval(box(walk), (area) => (area as unknown as { value: string }).value);
      if (!text.includes('https://kotabogor.go.id/berita-detail/'))
        throw new Error(`a caption without its link: ${text}`);
      return popup;
    },
  },
  {
    name: 'edit',
    async run(walk) {
      const popup = open(walk);
      await click(popup, walk.texts.angles.quote);
      await popup.focus(box(walk));
      await popup.keyboard.down('Control');
      await popup.keyboard.press('Home');
      await popup.keyboard.up('Control');
      await popup.keyboard.type('Sampurasun, warga Bogor! ');
      await popup.waitForSelector('.save-mark[data-state="saved"]');
      walk.written = await popup.$eval(box(walk), (area) => (area as unknown as { value: string }).value);
      return popup;
    },
  },
  {
    name: 'x-composer',
    async run(walk) {
      await click(open(walk), walk.texts.composer.open('X'));
      delete walk.popup;
      const page = await tabAt(
        walk.session,
        ({ host, pathname }) => host === 'x.com' && pathname === '/intent/tweet',
      );
      const { searchParams } = new URL(page.url());
      const carried = [...searchParams.values()].join(' ');
      if (!walk.written || carried.replace(/\s/g, '') !== walk.written.replace(/\s/g, '')) {
        throw new Error(`the composer got “${carried}” in place of “${walk.written}”`);
      }
      return walk.themed(page);
    },
  },
  {
    name: 'posted',
    async run(walk) {
      walk.popup = await walk.themed(await walk.session.openPopup());
      await walk.popup.waitForSelector('section.question');
      return walk.popup;
    },
  },
  {
    name: 'one-click',
    async run(walk) {
      const popup = open(walk);
      await click(popup, walk.texts.question.yes);
      await popup.locator(byName(walk.texts.question.link)).fill('https://x.com/jurubicara/status/1');
      await click(popup, walk.texts.app.save);
      await seeText(popup, walk.texts.question.thanks);
      const bus = walk.portal.city.releases[1]?.title ?? '';
      await click(popup, walk.texts.list.shareOn('WhatsApp', bus));
      delete walk.popup;
      const page = await tabAt(walk.session, ({ host }) => host === 'wa.me');
      const text = new URL(page.url()).searchParams.get('text') ?? '';
      if (!text.includes('/berita-detail/')) throw new Error(`WhatsApp got no link: ${text}`);
      return walk.themed(page);
    },
  },
  {
    name: 'desk-offline',
    async run(walk) {
      await walk.session.setOffline(true);
      const desk = await walk.themed(await walk.session.openPage('desk.html', { width: 1280, height: 800 }));
      await seeText(desk, walk.texts.desk.offline);
      await seeText(desk, walk.texts.desk.statePosted);
      return desk;
    },
  },
];
