import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PhotoState } from '../../components/card/PhotoNote.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { hasHosts } from '../../utils/browser/permissions.ts';
import { openCrest } from '../../utils/card/crest.ts';
import type { Drawn, Picture } from '../../utils/card/draw.ts';
import { readPhoto } from '../../utils/card/photo.ts';
import type { Release } from '../../utils/release/release.ts';
import { downloadPicture } from '../../utils/source/download.ts';
import { FetchError } from '../../utils/source/errors.ts';
import type { Source } from '../../utils/source/source.ts';

type Photo = { state: PhotoState; picture: Picture | null };

/**
 * A source's crest, opened for drawing; null while there is none.
 */
export function useCrest(address: string | undefined): Picture | null {
  const [crest, setCrest] = useState<Picture | null>(null);
  useEffect(() => {
    let over = false;
    openCrest(address).then(
      (opened) => !over && setCrest(opened),
      (error) => logFailure('crest', error),
    );
    return () => {
      over = true;
    };
  }, [address]);
  return crest;
}

/** What is drawn into a release's card: its photo, once it has come, and the city's crest. */
export function useCardPictures(release: Release | undefined, source: Source | undefined) {
  const [photo, setPhoto] = useState<Photo>({ state: { state: 'loading' }, picture: null });
  const [asked, setAsked] = useState(0);
  const image = release?.image ?? null;
  const hosts = source ? [...source.imageHosts, ...source.hosts].join(' ') : null;
  useEffect(() => {
    if (hosts === null) return;
    const end = new AbortController();
    setPhoto({ state: { state: 'loading' }, picture: null });
    photoOf(image, hosts.split(' '), end.signal).then(
      (found) => !end.signal.aborted && setPhoto(found),
      (error) => logFailure('photo', error),
    );
    return () => end.abort();
  }, [image, hosts, asked]);
  const crest = useCrest(source?.crest);
  const pictures = useMemo<Drawn>(() => ({ photo: photo.picture, crest }), [photo, crest]);
  return { pictures, photo: photo.state, again: () => setAsked(asked + 1) };
}

async function photoOf(image: string | null, hosts: string[], signal: AbortSignal): Promise<Photo> {
  if (image === null) return { state: { state: 'absent' }, picture: null };
  const { hostname } = new URL(image);
  // A host that the source does not name is asked for by nobody.
  if (!hosts.includes(hostname)) return { state: { state: 'absent' }, picture: null };
  if (!(await hasHosts([hostname]))) return { state: { state: 'refused', host: hostname }, picture: null };
  try {
    const picture = await readPhoto(await downloadPicture(image, { hosts, signal }));
    return { state: { state: picture ? 'ready' : 'unfit' }, picture };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { state: { state: error.reason === 'wrong-type' ? 'unfit' : 'failed' }, picture: null };
  }
}
