import { useMemo, useState } from 'preact/hooks';
import { threaded, toThread } from '../../utils/caption/thread.ts';
import { room } from '../../utils/platform/measure.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';

/**
 * A text too long for its network as a thread, where the network knows threads: `offered` while it could be made,
 * `posts` once the official wanted it. Wanted once, it follows the text; a text that fits again is no thread.
 */
export function useThread(platform: PlatformId, text: string, link: string) {
  const [wanted, setWanted] = useState(false);
  const long = threaded.includes(platform) && !room(platform, text).fits;
  const made = useMemo(() => (long ? toThread(text, platform, link) : null), [long, text, platform, link]);
  return {
    state: !long ? ('none' as const) : made === null ? ('impossible' as const) : ('possible' as const),
    posts: wanted && made !== null ? made : null,
    want: () => setWanted(true),
    drop: () => setWanted(false),
  };
}
