import 'fake-indexeddb/auto';
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useTexts } from '../../../components/hooks/texts.ts';
import { useLive } from '../../../components/hooks/use-live.ts';
import { useSettings } from '../../../components/hooks/use-settings.ts';
import { changeSettings, defaultSettings, loadSettings } from '../../../utils/browser/settings.ts';
import { en } from '../../../utils/browser/texts/en.ts';
import { id } from '../../../utils/browser/texts/id.ts';
import { JubirDatabase } from '../../../utils/db/database.ts';
import { draft } from '../../draft/samples.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('texts are Indonesian where no page says otherwise', () => {
  expect(renderHook(() => useTexts()).result.current).toBe(id);
});

describe('a live query', () => {
  test('loads, then follows every write', async () => {
    const db = new JubirDatabase(`live-${Math.random()}`);
    const { result } = renderHook(() => useLive(() => db.drafts.count(), []));
    expect(result.current).toEqual({ state: 'loading' });
    await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: 0 }));
    await db.drafts.add(draft());
    await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: 1 }));
    cleanup();
    await db.delete();
  });

  test('says that the database cannot be read, whatever was thrown', async () => {
    const { result } = renderHook(() => useLive(() => Promise.reject('damaged'), []));
    await waitFor(() => expect(result.current).toMatchObject({ state: 'failed' }));
    expect(result.current).toMatchObject({ error: new Error('damaged') });
  });

  test('runs anew for other inputs', async () => {
    const { result, rerender } = renderHook(({ n }: { n: number }) => useLive(async () => n, [n]), {
      initialProps: { n: 1 },
    });
    await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: 1 }));
    rerender({ n: 2 });
    await waitFor(() => expect(result.current).toEqual({ state: 'ready', value: 2 }));
  });
});

describe('the settings of a page', () => {
  const start = () => renderHook(() => useSettings(defaultSettings)).result;

  test('as stored, in their language', () => {
    const page = start();
    expect(page.current).toMatchObject({ settings: defaultSettings, saved: 'untouched' });
    expect(page.current.texts).toBe(id);
    expect(document.documentElement.lang).toBe('id');
  });

  test('a change shows at once, is stored, and only then said to be', async () => {
    const page = start();
    let stored: Promise<void> = Promise.resolve();
    act(() => {
      stored = page.current.change({ language: 'en' });
    });
    expect(page.current.texts).toBe(en);
    expect(page.current.saved).toBe('untouched');
    await act(() => stored);
    expect(page.current.saved).toBe('saved');
    expect(document.documentElement.lang).toBe('en');
    expect((await loadSettings()).language).toBe('en');
  });

  test('what could not be stored is taken back, and said', async () => {
    const page = start();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full') as never);
    await act(() => page.current.change({ platforms: ['x'] }));
    expect(page.current).toMatchObject({ settings: defaultSettings, saved: 'failed' });
  });

  test('two changes before the next paint are both shown and stored', async () => {
    const page = start();
    const { change } = page.current;
    await act(async () => {
      await Promise.all([change({ mastodonServer: 'mastodon.social' }), change({ platforms: ['x'] })]);
    });
    expect(page.current.settings).toMatchObject({ mastodonServer: 'mastodon.social', platforms: ['x'] });
    expect(await loadSettings()).toMatchObject({ mastodonServer: 'mastodon.social', platforms: ['x'] });
  });

  test('another page’s change shows here too', async () => {
    const page = start();
    await act(async () => void (await changeSettings({ platforms: ['line'] })));
    expect(page.current.settings.platforms).toEqual(['line']);
  });
});
