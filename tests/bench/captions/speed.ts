import { cleanRelease } from '../../../utils/caption/clean.ts';
import { splitSentences } from '../../../utils/caption/sentences.ts';
import { type Composable, compose } from '../../../utils/flow/compose.ts';
import { platformIds } from '../../../utils/platform/platform.ts';
import { ownNames, ownRelease, sharedCity, sharedReleases } from '../../caption/releases.ts';
import { median, table } from '../report.ts';
import { percentile } from '../search/queries.ts';
import { textRank } from './peers.ts';

const rounds = Number(process.env.ROUNDS ?? 30);
/** Milliseconds: what an official does not notice, for an ordinary release and for one of 20,000 words. */
const bars = { p95: 20, long: 200 };
const longWords = 20_000;

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const ours = (release: Composable): number => timed(() => compose(release, sharedCity, platformIds));

/** One TextRank summary of a release: sentences, ranks, the best three. */
function theirs(release: Composable): number {
  return timed(() => {
    const { blocks } = cleanRelease(release.title, release.paragraphs);
    const sentences = blocks.flatMap(({ text, broken }) => splitSentences(text, !broken));
    const ranks = textRank(sentences);
    return sentences
      .map((text, at) => ({ text, rank: ranks[at] ?? 0 }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, 3);
  });
}

/** A release of so many words, of other releases' paragraphs, each time round with other figures. */
function longRelease(releases: readonly Composable[]): Composable {
  const paragraphs: string[] = [];
  let words = 0;
  for (let turn = 0; words < longWords; turn += 1) {
    for (const { paragraphs: own } of releases) {
      for (const text of own) {
        if (words >= longWords) break;
        paragraphs.push(turn === 0 ? text : text.replace(/\d+/g, (number) => String(Number(number) + turn)));
        words += text.split(/\s+/).length;
      }
    }
  }
  return {
    title: releases[0]?.title ?? '',
    paragraphs,
    language: 'id',
    url: 'https://kotabogor.go.id/panjang',
  };
}

/** How long all captions of a release take, beside one TextRank summary of it. Prints; gates nothing by time. */
export function speed(): void {
  const shared = sharedReleases();
  const releases = shared.length > 0 ? shared : ownNames.map(ownRelease);
  for (const release of releases) for (const run of [ours, theirs]) run(release);
  const mine: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const release of releases) {
      mine.push(ours(release));
      peer.push(theirs(release));
    }
  }
  const long = longRelease(releases);
  const longMine = Array.from({ length: 7 }, () => ours(long));
  const longPeer = Array.from({ length: 3 }, () => theirs(long));
  const row = (name: string, times: number[], longTimes: number[]): string[] => [
    name,
    ...[median(times), percentile(times, 0.95), Math.max(...times)].map((ms) => ms.toFixed(2)),
    ...[median(longTimes), Math.max(...longTimes)].map((ms) => ms.toFixed(1)),
  ];
  const captions = releases.reduce((sum, one) => sum + compose(one, sharedCity, platformIds).length, 0);
  console.log(`
Speed: ${releases.length} releases, ${rounds} rounds, milliseconds; all angles on ${platformIds.length} networks (${captions} captions) beside one TextRank summary.
Bar: p95 under ${bars.p95} ms; a release of ${longWords.toLocaleString('en')} words under ${bars.long} ms.`);
  const head = ['', 'median', 'p95', 'longest', `${longWords} words`, 'longest'];
  console.log(
    table(head, [row(`Jubir, all captions`, mine, longMine), row('TextRank, one summary', peer, longPeer)]),
  );
}
