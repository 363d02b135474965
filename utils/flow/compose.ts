import { type Telling, tellAngles } from '../caption/angles.ts';
import { tellAnswer } from '../caption/answer.ts';
import type { Angle, Caption } from '../caption/caption.ts';
import { type Frame, fallback, fitTelling } from '../caption/fit.ts';
import { titleSentence } from '../caption/forms.ts';
import { suggestHashtags } from '../caption/hashtags.ts';
import { type House, plainHouse, tagKey } from '../caption/house.ts';
import { inHouse } from '../caption/in-house.ts';
import { isPlainTag, localTags } from '../caption/local.ts';
import { type Reading, readRelease } from '../caption/reading.ts';
import { tellSelected } from '../caption/selected.ts';
import { findTopics } from '../caption/topics.ts';
import { vary } from '../caption/vary.ts';
import { type PlatformId, platformIds } from '../platform/platform.ts';
import type { Release } from '../release/release.ts';
import type { Source } from '../source/source.ts';

/** Choices that do not come from the release. */
export interface ComposeOptions {
  /** Chooses among equally good forms; the same seed gives the same text. Default 0, the plain choice. */
  seed?: number;
  /** The official's house style; without one, the city's hashtags and nothing else. */
  house?: House;
  /** How often the official took up a hashtag, without "#", lower case; orders the suggestions. */
  taken?: Readonly<Record<string, number>>;
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
  const { seed = 0, house = plainHouse, taken = {} } = options;
  const reading = readRelease(release, source.name);
  const topics = findTopics(reading);
  const own = house.hashtags.length > 0 ? house.hashtags : source.hashtags;
  const offered = suggestHashtags(
    [...topics.map(({ tag }) => tag), ...localTags(reading, source.name)],
    own,
    taken,
  );
  const hashtags = offered.filter((tag) => isPlainTag(tag) || (taken[tagKey(tag)] ?? 0) > 0);
  const tellings = tellAngles(reading, topics, (angle) => vary(seed, `${release.url} ${angle}`)).map(
    (telling) => inHouse(telling, reading.people, house),
  );
  return platforms.flatMap((platform) => {
    const frame = {
      platform,
      link: release.url,
      hashtags,
      language: reading.language,
      source: source.name,
      house,
    };
    return captionsFor(reading, tellings, { platform, offered }, (angle) => ({
      ...frame,
      vary: vary(seed, `${release.url} ${angle} ${platform}`),
    }));
  });
}

/**
 * The caption that leads with the words that the official selected in the release. Where a network has no room for them,
 * they stand there whole with the link all the same: what to leave out is the official's to say.
 * @param words as they stand in the release
 */
export function composeSelected(
  release: Composable,
  source: Pick<Source, 'name' | 'hashtags'>,
  platform: PlatformId,
  words: string,
  { seed = 0, house = plainHouse }: ComposeOptions = {},
): Caption {
  const reading = readRelease(release, source.name);
  const telling = inHouse(tellSelected(words, reading), reading.people, house);
  const frame = frameOf(release, source, platform, 'selection', { seed, house });
  const fitted = fitTelling(telling, frame) ?? {
    text: `${telling.bodies[0]}\n\n${release.url}`,
    hashtags: [],
  };
  const moreHashtags = frame.hashtags.filter((tag) => !fitted.hashtags.includes(tag));
  return { angle: 'selection', platform, ...fitted, moreHashtags };
}

/** What stands around a text that is not one of the release's own angles: the city's hashtags, or the house's. */
function frameOf(
  { url: link, language }: Composable,
  { name: source, hashtags }: Pick<Source, 'name' | 'hashtags'>,
  platform: PlatformId,
  angle: Angle,
  { seed, house }: Required<Pick<ComposeOptions, 'seed' | 'house'>>,
): Frame {
  const own = house.hashtags.length > 0 ? house.hashtags : hashtags;
  return {
    ...{ platform, link, language, source, house },
    hashtags: own.map((tag) => `#${tag}`),
    vary: vary(seed, `${link} ${angle} ${platform}`),
  };
}

/**
 * The caption with which the release answers a news text: see `tellAnswer`. Deterministic; always there.
 * @param news the text that is answered
 */
export function composeAnswer(
  release: Composable,
  source: Pick<Source, 'name' | 'hashtags'>,
  platform: PlatformId,
  news: string,
  { seed = 0, house = plainHouse }: ComposeOptions = {},
): Caption {
  const reading = readRelease(release, source.name);
  const topics = findTopics(reading);
  const chosen = vary(seed, `${release.url} counterweight`);
  const telling = inHouse(tellAnswer(news, reading, topics, chosen), reading.people, house);
  const frame = frameOf(release, source, platform, 'counterweight', { seed, house });
  const fitted = fitTelling(telling, frame) ?? fallback(titleSentence(reading) ?? '', frame);
  const moreHashtags = frame.hashtags.filter((tag) => !fitted.hashtags.includes(tag));
  return { angle: 'counterweight', platform, ...fitted, moreHashtags };
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

function captionsFor(
  reading: Reading,
  tellings: readonly Telling[],
  { platform, offered }: { platform: PlatformId; offered: readonly string[] },
  frameFor: (angle: Angle) => Frame,
): Caption[] {
  const captions: Caption[] = [];
  const chat = platform === 'whatsapp' || platform === 'telegram';
  const manyPoints = tellings.some(({ points }) => points !== undefined && points.length >= 3);
  for (const angle of chat && manyPoints ? chatOrder : order) {
    const telling = tellings.find((one) => one.angle === angle);
    if (telling === undefined) continue;
    const frame = frameFor(angle);
    let fitted = fitTelling(telling, frame);
    if (fitted === null && angle === 'summary') fitted = fallback(titleSentence(reading) ?? '', frame);
    if (fitted === null || captions.some((one) => one.text === fitted.text)) continue;
    const used = fitted.hashtags;
    captions.push({
      angle,
      platform,
      ...fitted,
      moreHashtags: offered.filter((tag) => !used.includes(tag)),
    });
  }
  return captions;
}
