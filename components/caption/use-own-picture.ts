import type { Draft, DraftPicture } from '../../utils/draft/draft.ts';
import { useUntilStored } from './use-until-stored.ts';

/**
 * The picture of a draft: as this page set it, until the stored draft holds that, then as it is stored.
 * @param holds whether a stored draft holds this page's newest input
 */
export function useOwnPicture(id: string, draft: Draft | undefined, holds: (draft: Draft) => boolean) {
  const { here, set } = useUntilStored<DraftPicture | null>(id, draft !== undefined && holds(draft));
  return {
    picture: here === undefined ? (draft?.picture ?? null) : here,
    /** Part of every input until it is stored: the one that brought it may have failed. */
    unstored: here === undefined ? {} : { picture: here },
    set,
  };
}
