import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { PictureWays } from '../../components/caption/use-draft-picture.ts';
import { send } from '../../utils/browser/messages.ts';
import { pictureOn } from '../../utils/release/picture-file.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Source } from '../../utils/source/source.ts';

/**
 * Where the picture of a release's draft comes from.
 * @param wanted the address that was handed over to become the draft's picture, as a page wrote it
 */
export function usePictureWays(
  release: Pick<Release, 'sourceId'> | undefined,
  source: Source | undefined,
  wanted: string | undefined,
): PictureWays {
  const taken = useRef(false);
  const sourceId = release?.sourceId ?? '';
  const read = useCallback((url: string) => send('draft-picture', { sourceId, url }), [sourceId]);
  const address = useMemo(
    () => (wanted === undefined || !source ? null : pictureOn(wanted, source)),
    [wanted, source],
  );
  return {
    read,
    take: () => {
      if (taken.current) return null;
      taken.current = true;
      return address;
    },
    refused: wanted !== undefined && address === null,
  };
}
