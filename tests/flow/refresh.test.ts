import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { ensureSources, refreshAll } from '../../utils/flow/refresh.ts';

const portal = '../shared/data/portals/kotabogor';
const absent = !existsSync(portal);

let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`refresh-${Math.random()}`);
});
afterEach(() => db.delete());

describe.skipIf(absent)('Kota Bogor', () => {
  test('from nothing to nine releases with their bodies', async () => {
    await ensureSources(db);
    await refreshAll(db, {
      now: () => Date.UTC(2026, 0, 1),
      onProgress: () => {},
      downloadText: async (url) => ({
        url,
        text: readFileSync(`${portal}/${new URL(url).pathname.slice(1).replace('/', '-')}.html`, 'utf8'),
        contentType: 'text/html',
        validators: {},
      }),
      downloadPicture: async () => new Blob([]),
      scalePicture: async () => 'data:image/webp;base64,AA==',
    });
    const releases = await db.releases.orderBy('order').reverse().toArray();
    expect(releases.map((release) => release.body)).toEqual(Array(9).fill('read'));
    expect((await db.sources.toArray())[0]?.outcome).toMatchObject({ ok: true, fresh: 9, count: 9 });
    expect(await db.pictures.count()).toBe(9);
  });
});
