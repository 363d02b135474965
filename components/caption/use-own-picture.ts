import { useEffect, useState } from 'preact/hooks';
import type { Draft, DraftPicture } from '../../utils/draft/draft.ts';

/**
 * The picture of a draft: as this page set it, until the stored draft holds that, then as it is stored.
 * @param holds whether a stored draft holds this page's newest input
 */
export function useOwnPicture(id: string, draft: Draft | undefined, holds: (draft: Draft) => boolean) {
  const [local, setLocal] = useState<Record<string, DraftPicture | null>>({});
  const here = local[id];
  const leads = here !== undefined && draft !== undefined && holds(draft);
  useEffect(() => {
    if (!leads) return;
    setLocal((now) => {
      // It may have been changed between the render and this.
      if (now[id] !== here) return now;
      const { [id]: _, ...rest } = now;
      return rest;
    });
  }, [leads, here, id]);
  return {
    picture: here === undefined ? (draft?.picture ?? null) : here,
    /** Part of every input until it is stored: the one that brought it may have failed. */
    unstored: here === undefined ? {} : { picture: here },
    set: (picture: DraftPicture | null): void => setLocal((now) => ({ ...now, [id]: picture })),
  };
}
