import type { Caption } from '../caption/caption.ts';
import { room } from '../platform/measure.ts';
import { type PlatformId, platformIds } from '../platform/platform.ts';
import type { Release } from '../release/release.ts';
import type { Source } from '../source/source.ts';

/** Choices that do not come from the release. */
export interface ComposeOptions {
  /** Chooses among phrasings; the same seed gives the same text. Default 0. */
  seed?: number;
}

/**
 * Every caption a release carries for these networks: per network its angles, best first, in the networks' order.
 * An angle that the release does not carry is absent; a summary is always there. Same input, same text.
 */
export function compose(
  release: Release,
  source: Pick<Source, 'name' | 'hashtags'>,
  platforms: readonly PlatformId[] = platformIds,
  _options: ComposeOptions = {},
): Caption[] {
  return platforms.map((platform) => {
    const hashtags = source.hashtags.slice(0, 1).map((tag) => `#${tag}`);
    const text = [release.title, release.url, ...hashtags].filter(Boolean).join(' ');
    const fitted = room(platform, text).fits ? text : release.url;
    return { angle: 'summary', platform, text: fitted, hashtags, moreHashtags: [] };
  });
}

/** The first caption of `compose` for one network: what one click sends. */
export function bestCaption(
  release: Release,
  source: Pick<Source, 'name' | 'hashtags'>,
  platform: PlatformId,
  options: ComposeOptions = {},
): Caption {
  const [best] = compose(release, source, [platform], options);
  return best as Caption;
}
