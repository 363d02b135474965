import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../../../utils/release/release.ts';
import { root } from '../../browsers/build.ts';
import { firstNames, lastNames, offices, places, plainSentences, things, verbs } from './vocabulary.ts';

/** A stream of numbers from 0 to 1, the same for the same seed (mulberry32, public domain, by Tommy Ettinger). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of many, the first ones oftener, as words are (Zipf's law, exponent about 1). */
function zipf<Item>(items: readonly Item[], random: () => number): Item {
  const at = Math.floor(items.length ** random()) - 1;
  return items[Math.min(at, items.length - 1)] as Item;
}

export function any<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** A generated release, and what somebody might remember of it. */
export interface Known {
  release: Release;
  /** Forms of its verb; the first stands in its title. */
  verb: readonly string[];
  /** Words of its title and lead that are not its verb. */
  words: string[];
}

const shared = join(root, '../shared/data');

/** Sentences of real Indonesian articles and releases, where they are; they are read, never kept. */
export function sharedSentences(): string[] {
  const lines = (file: string): unknown[] =>
    existsSync(join(shared, file))
      ? readFileSync(join(shared, file), 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as unknown)
      : [];
  const articles = lines('summaries/indosum-train.jsonl') as { sentences: string[][] }[];
  const releases = [...lines('releases/kotabogor.jsonl'), ...lines('releases/other-goid.jsonl')] as {
    body_paragraphs: string[];
  }[];
  const found = [
    ...articles.flatMap(({ sentences }) => sentences.flat()),
    ...releases.flatMap(({ body_paragraphs }) => body_paragraphs.flatMap((text) => text.split(/(?<=\.)\s+/))),
  ];
  return found.map((sentence) => sentence.replace(/\s+/g, ' ').trim()).filter(({ length }) => length > 20);
}

/** Made-up names beyond the listed ones: an archive's vocabulary never stops growing. */
function rareName(random: () => number): string {
  const syllables = 'ra ki su to wi yan di no ha ri man tu ka le mu sa ja ni bo ga ru de pra wa na'.split(
    ' ',
  );
  const name = Array.from({ length: 2 + Math.floor(random() * 3) }, () => any(syllables, random)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Makes releases one after the other, of ten years up to `until`, about 170 words each as the real ones. */
export function* generate(
  count: number,
  seed: number,
  until: number,
  sentences: readonly string[],
): Generator<Known> {
  const random = randomFrom(seed);
  const texts = sentences.length > 0 ? sentences : plainSentences;
  for (let at = 0; at < count; at++) {
    const verb = zipf(verbs, random);
    const thing = zipf(things, random);
    const place = zipf(places, random);
    const person = `${zipf(firstNames, random)} ${random() < 0.25 ? rareName(random) : zipf(lastNames, random)}`;
    const office = zipf(offices, random);
    const extra = zipf(things, random);
    const amount = Math.floor(10 ** (1 + random() * 4));
    const title = any(
      [
        `${office} ${person} ${verb[0]} ${thing} di ${place}`,
        `${person} ${verb[0]} ${thing} ${place}`,
        `Pemkot Bogor ${verb[0]} ${amount} ${thing}`,
        `${place}: ${verb[0]} ${thing} untuk warga`,
      ],
      random,
    );
    const lead = `BOGOR – ${office} ${person} ${verb[0]} ${thing} di ${place}. Sebanyak ${amount} warga hadir.`;
    const body = Array.from({ length: 5 + Math.floor(random() * 5) }, () => `${any(texts, random)}`);
    const quote = `“${any(plainSentences, random)}, terutama ${extra},” ujar ${person}.`;
    const age = random() ** 1.5 * 10 * 365 * 86_400_000;
    const published = until - age;
    const id = [random(), random()]
      .map((half) =>
        Math.floor(half * 2 ** 32)
          .toString(16)
          .padStart(8, '0'),
      )
      .join('');
    yield {
      release: {
        id,
        sourceId: at % 7 === 0 ? 'dinas' : 'kota',
        url: `https://kotabogor.go.id/${id}`,
        title: title.charAt(0).toUpperCase() + title.slice(1),
        paragraphs: [lead, ...body.slice(0, 3), quote, ...body.slice(3)],
        body: 'read',
        published: { at: published, precision: 'time' },
        image: null,
        categories: [],
        language: 'id',
        order: published,
        firstSeenAt: published,
        unread: 0,
      },
      verb,
      words: [...new Set(`${title} ${place} ${person} ${body[0]}`.match(/[\p{L}\p{N}]{4,}/gu) ?? [])].filter(
        (word) => word !== verb[0],
      ),
    };
  }
}
