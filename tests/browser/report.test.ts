import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepFailure } from '../../utils/browser/failures.ts';
import { gatherReport, reportText } from '../../utils/browser/report.ts';
import { defaultSettings } from '../../utils/browser/settings.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { newestVersion } from '../../utils/db/versions.ts';
import { presets } from '../../utils/source/cities.ts';
import { FetchError } from '../../utils/source/errors.ts';
import { sampleOf } from '../db/shipped.ts';
import { source } from '../draft/samples.ts';

const now = Date.UTC(2026, 10, 24, 2, 10);
const words = later.id.report;
let db: JubirDatabase;

beforeEach(() => {
  fakeBrowser.reset();
  const { runtime } = fakeBrowser as unknown as { runtime: Record<string, unknown> };
  runtime.getPlatformInfo = async () => ({ os: 'win' });
  runtime.getManifest = () => ({ version: '0.1.0' });
  vi.stubGlobal('navigator', {
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
    storage: { estimate: async () => ({ usage: 3 * 1024 * 1024 }) },
  });
  db = new JubirDatabase(`report-${Math.random()}`);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await db.delete();
});

const report = async (): Promise<string> => reportText(words, await gatherReport(db, now));

/** Every text in a value replaced by a marked one of its own, names of fields too where a table has free ones. */
let marks = 0;
const mark = (): string => {
  marks += 1;
  return `RAHASIA${marks} rahasia-${marks}@kota.go.id`;
};
function marked(value: unknown): unknown {
  if (typeof value === 'string') return mark();
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
}
const isSecret = /rahasia/i;

describe('the problem report', () => {
  test('holds no text, name, address or token, whatever is stored', async () => {
    const sample = sampleOf(newestVersion);
    // These two hold no text but bytes of it.
    sample.searchSegments = [{ id: 1, age: 1, format: 1, docs: 1, bytes: 9 }];
    sample.searchData = [{ id: 1, data: mark() }];
    for (const table of db.tables) {
      const rows = sample[table.name] ?? [];
      expect(rows.length, `a sample of ${table.name}`).toBeGreaterThan(0);
      await table.bulkPut(rows.map(marked));
      const text = JSON.stringify(await table.toArray());
      if (table.name !== 'searchSegments') expect(text, table.name).toMatch(isSecret);
    }
    // What would pass a look at its shape: words in the places where ours stand.
    const outcome = { ok: false, at: mark(), reason: 'rahasia', status: 'rahasia' };
    await db.sources.bulkPut([
      { ...source(), id: 'rahasia-1', url: 'https://rahasia.go.id/berita', name: 'Rahasia' },
      { ...source(), id: 'rahasia-2', kind: 'rahasia', failures: 'rahasia', outcome },
    ] as never);
    const settings = marked({ ...defaultSettings, welcomed: true });
    await fakeBrowser.storage.local.set({
      settings,
      city: marked({ city: 'x', language: 'id', sources: [{ name: 'x', url: 'https://x.go.id' }] }),
      snapshot: marked({ sourceName: 'x' }),
      failures: [{ where: 'Rahasia', name: 'Rahasia Negara', reason: 'rahasia 1', count: 1, at: now }],
    });
    await keepFailure('refresh', new FetchError('timeout', mark()));
    await keepFailure(mark(), Object.assign(new Error(mark()), { name: mark(), reason: mark() }));

    const text = await report();
    expect(text).not.toMatch(isSecret);
    expect(text).not.toMatch(/@|https?:|\.go\.id/);
    // And it is a report all the same.
    expect(text).toContain('refresh: FetchError timeout, 1 kali');
    expect(text).toContain('drafts 3 · posts 4');
    expect(text.length).toBeGreaterThan(400);
  });

  test('says versions, how each source went, what failed and how much is stored', async () => {
    const [preset] = presets;
    if (!preset) throw new Error('no preset');
    await db.sources.bulkPut([
      { ...preset, failures: 0, outcome: { ok: true, at: now - 60_000, count: 9, fresh: 1 } },
      {
        ...{ ...source(), id: 'milik-sendiri', kind: 'feed', failures: 3, paused: true },
        outcome: { ok: false, at: now - 120_000, reason: 'status', status: 503 },
      },
      { ...source(), id: 'baru', kind: 'wordpress' },
    ] as never);
    const text = await report();
    expect(text.split('\n').slice(0, 9)).toEqual([
      'Laporan masalah Jubir · 2026-11-24 02:10 UTC',
      'Jubir 0.1.0 · Edge 156, Windows · bahasa: id',
      `Penyimpanan: open, bentuk ke-${newestVersion}, 3072 KiB`,
      '',
      'Sumber',
      '1. wordpress; belum pernah diambil',
      '2. page (kota-bogor); berhasil, 9 rilis, 2026-11-24 02:09 UTC',
      '3. feed; gagal: status 503, 2026-11-24 02:08 UTC; 3 kali gagal berturut-turut; dijeda',
      '',
    ]);
    expect(text).toContain('Kegagalan terakhir\n(tidak ada)');
    expect(text).toContain('sources 3');
  });

  test('is made where the database cannot be read, and says so', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    db.close();
    const text = await report();
    expect(text).toContain('Sumber\n(tidak ada)');
    expect(text).toContain('drafts –');
  });
});
