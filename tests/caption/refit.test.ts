import { describe, expect, test } from 'vitest';
import type { Caption } from '../../utils/caption/caption.ts';
import { findHashtags } from '../../utils/caption/hashtags.ts';
import { plainHouse } from '../../utils/caption/house.ts';
import { refit } from '../../utils/caption/refit.ts';
import { compose } from '../../utils/flow/compose.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { room } from '../../utils/platform/measure.ts';
import { type PlatformId, platformIds } from '../../utils/platform/platform.ts';
import { ownCity, ownNames, ownRelease, sharedCity, sharedReleases } from './releases.ts';

const link = 'https://kotabogor.go.id/berita/taman-baru';
const to = (text: string, platform: PlatformId, from: PlatformId = 'facebook') =>
  refit(text, { from, to: platform, link });

/** A sentence of so many letters, in words of five. */
const sentence = (length: number): string =>
  `${'Kata '
    .repeat(Math.ceil(length / 5))
    .slice(0, length - 2)
    .trimEnd()}h.`;

describe('a text that fits', () => {
  test('is the same, to the last space', () => {
    const text = `Warga  senang.\n\n- satu\n- dua\n\nSelengkapnya: ${link}\n#KotaBogor `;
    expect(to(text, 'linkedin')).toBe(text);
  });

  test('loses the stars of a bold that would not show, and only those', () => {
    const text = `*Taman baru* dibuka, 2*3 petak, *tidak\ntutup*. ${link}`;
    expect(to(text, 'facebook', 'whatsapp')).toBe(`Taman baru dibuka, 2*3 petak, *tidak\ntutup*. ${link}`);
    expect(to(text, 'telegram', 'facebook')).toBe(text);
    expect(to(text, 'whatsapp', 'whatsapp')).toBe(text);
  });
});

describe('hashtags', () => {
  test('beyond what the network bears go from the last', () => {
    expect(to(`Taman dibuka. ${link} #KotaBogor #Taman #BogorSelatan`, 'threads')).toBe(
      `Taman dibuka. ${link} #KotaBogor`,
    );
    expect(to(`Taman dibuka. #KotaBogor #Taman\n\n${link}`, 'line')).toBe(
      `Taman dibuka. #KotaBogor\n\n${link}`,
    );
  });

  test('within a sentence they are a part of it; an account at the end is none', () => {
    expect(to(`Ayo ke #TamanKencana bersama #Satu kawan. ${link} @pemkot #Dua`, 'threads')).toBe(
      `Ayo ke #TamanKencana bersama #Satu kawan. ${link} @pemkot`,
    );
  });
});

describe('a text that is too long', () => {
  test('loses whole sentences from the last; link, its words and hashtags stay', () => {
    const first = 'Taman baru dibuka Senin pagi.';
    const text = `${first} ${sentence(120)}\n\n${sentence(150)}\n\nSelengkapnya: ${link}\n\n#KotaBogor #Taman`;
    expect(to(text, 'x')).toBe(`${first} ${sentence(120)}\n\nSelengkapnya: ${link}\n\n#KotaBogor #Taman`);
  });

  test('what stands behind the link goes first, and the link stays where it stood', () => {
    const text = `${sentence(100)} ${link} ${sentence(90)} ${sentence(95)}`;
    expect(to(text, 'x')).toBe(`${sentence(100)} ${link} ${sentence(90)}`);
  });

  test('points go one by one', () => {
    const points = Array.from({ length: 8 }, (_, at) => `• ${at} ${sentence(40)}`);
    const fitted = to(`Judul\n${points.join('\n')}\n\n${link}`, 'bluesky') ?? '';
    expect(fitted).toBe(`Judul\n${points.slice(0, 5).join('\n')}\n\n${link}`);
  });

  test('with one sentence the words before the link go, then hashtags, from the last', () => {
    const long = sentence(250);
    expect(to(`${long} Selengkapnya: ${link}`, 'x')).toBe(`${long} ${link}`);
    const other = sentence(240);
    expect(to(`${other} ${link} #KotaBogor #BogorSelatan`, 'x')).toBe(`${other} ${link} #KotaBogor`);
  });

  test('a sentence that does not fit ends with a clause, unless what is cut off took something back', () => {
    const clause = 'Pemerintah kota membuka taman baru di Jalan Ahmad Yani';
    expect(to(`${clause}, ${sentence(260)} ${link} #A`, 'x')).toBe(`${clause}. ${link}`);
    const hedged = to(`${clause}, tetapi belum dibuka ${sentence(260)} ${link}`, 'x') ?? '';
    expect(hedged).toMatch(/… https/);
    expect(hedged).toContain('tetapi belum dibuka');
  });

  test('no word is cut: what has none that fits is not fitted', () => {
    expect(to(`${'a'.repeat(300)} ${link}`, 'x')).toBeNull();
    expect(to(`${'a'.repeat(300)}`, 'x')).toBeNull();
    expect(to('', 'x')).toBe('');
  });

  test('more links than Threads takes go with their sentences', () => {
    const text = Array.from({ length: 7 }, (_, at) => `Data ${at} ada di https://a.id/${at} ini.`).join(' ');
    expect(to(text, 'threads')).toBe(text.split(' Data 5')[0]);
  });
});

/** Every word, without what a clause's end or the dots do to its last sign. */
const words = (text: string): string[] =>
  text
    .split(/\s+/u)
    .map((word) => word.replace(/^[*]+|[*.,;:–—…-]+$/gu, ''))
    .filter((word) => word !== '');

function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const word of whole) if (word === part[at]) at += 1;
  return at === part.length;
}

describe('every caption on every network', () => {
  const given = [
    ...ownNames.map((name) => ({ release: ownRelease(name), city: ownCity })),
    ...sharedReleases().map((release) => ({ release, city: sharedCity })),
  ];
  const house = { ...plainHouse, closing: 'Salam, Humas.', mentions: ['@pemkotbogor'], emoji: true };
  const captions = given.flatMap(({ release, city }) =>
    [...compose(release, city), ...compose(release, city, platformIds, { seed: 7919, house })].map(
      (caption): [Caption, string] => [caption, release.url],
    ),
  );

  test('goes to every other: within its limits, its words in their order, the link kept, always the same', () => {
    let moves = 0;
    for (const [{ platform: from, text }, link] of captions) {
      for (const to of platformIds) {
        const fitted = refit(text, { from, to, link });
        const about = `${from} -> ${to}:\n${text}\n=>\n${fitted}`;
        if (fitted === null) throw new Error(about);
        expect(room(to, fitted).fits, about).toBe(true);
        expect(findHashtags(fitted).length, about).toBeLessThanOrEqual(catalogue[to].hashtags);
        expect(fitted.includes(link), about).toBe(true);
        expect(isPartOf(words(fitted), words(text)), about).toBe(true);
        expect(refit(text, { from, to, link })).toBe(fitted);
        // Once fitted, it stays.
        expect(refit(fitted, { from: to, to, link }), about).toBe(fitted);
        moves += 1;
      }
    }
    console.info(`${moves} moves of ${captions.length} captions`);
    expect(captions.length).toBeGreaterThan(400);
  }, 60_000);
});
