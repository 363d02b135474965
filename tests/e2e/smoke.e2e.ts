import { expect, test } from 'vitest';
import { useJubir } from './harness.ts';

const jubir = useJubir();

test('the city’s listing and releases are read at installation', async () => {
  const outcome = await jubir.waitForRefresh();
  expect(outcome).toMatchObject({ ok: true });
  const paths = jubir.portal.seen('kotabogor.go.id').map(({ path }) => path);
  expect(paths).toContain('/berita');
  expect(paths.some((path) => path.startsWith('/berita-detail/'))).toBe(true);
});

test('the popup opens with the newest release on top', async () => {
  const popup = await jubir.openPopup();
  const first = await popup.waitForSelector('[data-release] .release-title');
  expect(await first?.evaluate((title) => title.textContent)).toContain(jubir.portal.city.releases[0]?.title);
  await popup.close();
});
