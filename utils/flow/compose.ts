import { type Telling, tellAngles, titleSentence } from '../caption/angles.ts';
import type { Angle, Caption } from '../caption/caption.ts';
import { type Fitted, type Frame, fallback, fitTelling } from '../caption/fit.ts';
import { suggestHashtags } from '../caption/hashtags.ts';
import { type Reading, readRelease } from '../caption/reading.ts';
import { findTopics } from '../caption/topics.ts';
import { type PlatformId, platformIds } from '../platform/platform.ts';
import type { Release } from '../release/release.ts';
import type { Source } from '../source/source.ts';

/** Choices that do not come from the release. */
export interface ComposeOptions {
  /** Chooses among phrasings; the same seed gives the same text. Default 0. */
  seed?: number;
}

/** What the captions of a release need of it; a whole `Release` is one. */
export type Composable = Pick<Release, 'title' | 'url' | 'paragraphs' | 'language'>;

/** The order in which angles are offered, best first: news, then a voice, then what makes a reader look. */
const order: readonly Angle[] = [
  'summary',
  'quote',
  'figure',
  'achievement',
  'invitation',
  'points',
  'counterweight',
];
/** In a chat a message of points reads best, if there are enough of them. */
const chatOrder: readonly Angle[] = ['points', ...order.filter((angle) => angle !== 'points')];

/**
 * Every caption a release carries for these networks: per network its angles, best first, in the networks' order.
 *
 * An angle that the release does not carry is absent; a summary is always there, from the title alone while the
 * page is unread. Deterministic: same input, same text. Never throws on a release, however odd its text; reads no
 * more than the first 40,000 characters of a body.
 */
export function compose(
  release: Composable,
  source: Pick<Source, 'name' | 'hashtags'>,
  platforms: readonly PlatformId[] = platformIds,
  options: ComposeOptions = {},
): Caption[] {
  const reading = readRelease(release, source.name);
  const topics = findTopics(reading);
  const tellings = tellAngles(reading, topics);
  const hashtags = suggestHashtags(
    topics.map(({ tag }) => tag),
    source.hashtags,
  );
  return platforms.flatMap((platform) => {
    const frame = {
      platform,
      link: release.url,
      hashtags,
      language: reading.language,
      seed: options.seed ?? 0,
    };
    return captionsFor(reading, tellings, frame);
  });
}

/** The first caption of `compose` for one network: what one click sends. */
export function bestCaption(
  release: Composable,
  source: Pick<Source, 'name' | 'hashtags'>,
  platform: PlatformId,
  options: ComposeOptions = {},
): Caption {
  const [best] = compose(release, source, [platform], options);
  return best as Caption;
}

function captionsFor(reading: Reading, tellings: readonly Telling[], frame: Frame): Caption[] {
  const captions: Caption[] = [];
  const chat = frame.platform === 'whatsapp' || frame.platform === 'telegram';
  const manyPoints = tellings.some(({ points }) => points !== undefined && points.length >= 3);
  const angles = chat && manyPoints ? chatOrder : order;
  for (const angle of angles) {
    const telling = tellings.find((one) => one.angle === angle);
    if (telling === undefined) continue;
    let fitted = fitTelling(telling, frame);
    if (fitted === null && angle === 'summary') fitted = fallback(titleSentence(reading) ?? '', frame);
    if (fitted === null || captions.some((one) => one.text === fitted.text)) continue;
    captions.push(caption(angle, fitted, frame));
  }
  return captions;
}

function caption(angle: Angle, fitted: Fitted, frame: Frame): Caption {
  return {
    angle,
    platform: frame.platform,
    text: fitted.text,
    hashtags: frame.hashtags.slice(0, fitted.tags),
    moreHashtags: frame.hashtags.slice(fitted.tags),
  };
}
