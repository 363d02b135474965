import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { draftId } from '../../utils/draft/draft.ts';
import { poll } from '../browsers/session.ts';
import type { CityRelease } from '../city/city.ts';
import type { Jubir } from './jubir.ts';
import { refreshNow } from './source-steps.ts';
import { closePlatformTabs, waitForSnapshot } from './steps.ts';

/** States that several tests look at, brought about as they come about. */

/** A post nobody was asked about yet, so that the next popup asks. */
export async function openedPost(
  jubir: Jubir,
  row: ReleaseRow,
  text = row.captions.x?.text ?? '',
): Promise<void> {
  const draft = {
    id: draftId(row.id, 'x', 'summary'),
    releaseId: row.id,
    releaseTitle: row.title,
    releaseUrl: row.url,
    platform: 'x',
    angle: 'summary',
    text,
    writer: crypto.randomUUID(),
    revision: 1,
  };
  await jubir.send('open-platform', { draft, postId: crypto.randomUUID(), from: 'page' });
  await jubir.waitForUrl(({ host }) => host === 'x.com');
  await closePlatformTabs(jubir);
  await waitForSnapshot(jubir, 'the question', ({ question }) => question !== null);
}

/** Releases of the first city by what it did with them. */
export type Changes = Record<'changed' | 'withdrawn' | 'suspicious', ReleaseRow>;

/** A post of a release, which the city then changes; one that it takes back; one that is not its own. */
export async function changes(jubir: Jubir, sources: number): Promise<Changes> {
  const { city, gone } = jubir.portal;
  const { rows: before } = await waitForSnapshot(jubir, 'all sources', (now) => now.sources === sources);
  const of = (release: CityRelease | undefined): ReleaseRow => {
    const row = before.find(({ url }) => url.endsWith(`kotabogor.go.id/berita-detail/${release?.id}`));
    if (!row) throw new Error(`no row for ${release?.title}`);
    return row;
  };
  const [first, second, third] = city.releases;
  const [withdrawn, changed, suspicious] = [of(first), of(second), of(third)];
  await openedPost(jubir, changed, `Yang sudah terbit ${changed.url}`);

  gone.set(withdrawn.url, 404);
  if (second)
    city.edit(second.id, {
      title: `${second.title.replace('Gratis', 'Tarif Khusus')}, Ini Jadwalnya`,
      paragraphs: [
        ...second.paragraphs.slice(1),
        'Jadwal lengkap diumumkan di halte dan di akun resmi dinas.',
      ],
    });
  if (third) city.edit(third.id, { title: 'Situs Slot Gacor Gampang Menang Maxwin Hari Ini' });
  const wanted = { changed: changed.id, withdrawn: withdrawn.id, suspicious: suspicious.id };
  await poll('the marks', async () => {
    await refreshNow(jubir);
    const { snapshot } = await jubir.stored<{ snapshot: { rows: ReleaseRow[] } }>();
    return Object.entries(wanted).every(([state, id]) =>
      snapshot.rows.some((row) => row.id === id && row.blocked === state),
    );
  });
  return { changed, withdrawn, suspicious };
}
