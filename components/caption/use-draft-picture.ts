import { useEffect, useState } from 'preact/hooks';
import type { PictureFile } from '../../utils/release/picture-file.ts';
import type { useComposer } from './use-composer.ts';

/** Where a draft's picture comes from. */
export interface PictureWays {
  /** Gets it from the source's own hosts. Rejects where nobody answers. */
  read: (url: string) => Promise<PictureFile>;
  /** The address that was handed over to become the picture of the draft in view; null from the second call on. */
  take: () => string | null;
  /** One was handed over, and is not on the source's hosts. */
  refused: boolean;
}

/** The picture of the draft in view: its address and words, the file once it has come, and the ways to change it. */
export function useDraftPicture(
  { picture, setPicture }: Pick<ReturnType<typeof useComposer>, 'picture' | 'setPicture'>,
  { read, take, refused }: PictureWays,
) {
  const [got, setGot] = useState<{ url: string; file: PictureFile } | null>(null);
  const [asked, setAsked] = useState(0);
  const [fresh, setFresh] = useState(false);
  useEffect(() => {
    const url = take();
    if (url === null) return;
    setFresh(true);
    // Handed over once more, it keeps its words.
    if (url !== picture?.url) setPicture({ url, alt: '' });
  }, []);
  const url = picture?.url;
  useEffect(() => {
    if (url === undefined) return;
    let over = false;
    const tell = (file: PictureFile) => !over && setGot({ url, file });
    setGot(null);
    read(url).then(tell, () => tell({ failed: 'failed' }));
    return () => {
      over = true;
    };
  }, [url, asked, read]);
  return {
    refused,
    /** It was handed over just now. */
    fresh,
    picture,
    /** Null while it is on its way. */
    file: got && got.url === url ? got.file : null,
    again: () => setAsked(asked + 1),
    describe: (alt: string) => picture && setPicture({ ...picture, alt }, true),
    detach: () => setPicture(null),
  };
}
