import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../utils/caption/sentences.ts';
import { threaded, toThread } from '../../utils/caption/thread.ts';
import { room } from '../../utils/platform/measure.ts';
import { ownNames, ownRelease, sharedReleases } from './releases.ts';

const link = 'https://cikaret.example.go.id/berita/market';
const sentence = (n: number): string =>
  `Warga kelurahan ke-${n} datang ke taman kota sejak pagi hari bersama keluarga.`;
const long = Array.from({ length: 8 }, (_, i) => sentence(i)).join(' ');

describe('a thread', () => {
  it('is one post without a number where the text fits, and nothing of nothing', () => {
    expect(toThread(`Kabar. ${link}`, 'x', link)).toEqual([`Kabar. ${link}`]);
    expect(toThread('  ', 'x', link)).toBeNull();
  });
  it('numbers its posts, puts the source into the first and the hashtags into the last', () => {
    const posts = toThread(`${long} Selengkapnya: ${link} #KotaCikaret #BazarSayur`, 'x', link);
    expect(posts).toEqual([
      `1/3 ${sentence(0)} ${sentence(1)} ${sentence(2)}\n\nSelengkapnya: ${link}`,
      `2/3 ${sentence(3)} ${sentence(4)} ${sentence(5)}`,
      `3/3 ${sentence(6)} ${sentence(7)}\n\n#KotaCikaret #BazarSayur`,
    ]);
  });
  it('puts the source last where the first sentence leaves it no room', () => {
    const wide = `${'Kata '.repeat(50).trim()} akhir.`;
    const posts = toThread(`${wide} ${sentence(1)} ${link}`, 'x', link);
    expect(posts?.[0]).toBe(`1/2 ${wide}`);
    expect(posts?.[1]).toBe(`2/2 ${sentence(1)}\n\n${link}`);
  });
  it('keeps paragraphs and lists apart', () => {
    const text = `*Judul*\n• ${sentence(0)}\n• ${sentence(1)}\n\n${sentence(2)} ${sentence(3)}\n\n${link}`;
    expect(toThread(text, 'x', link)).toEqual([
      `1/2 *Judul*\n• ${sentence(0)}\n• ${sentence(1)}\n\n${sentence(2)}\n\n${link}`,
      `2/2 ${sentence(3)}`,
    ]);
  });
  it('is none where a sentence alone is too long, or the posts are too many', () => {
    expect(toThread(`${'kata '.repeat(80)}. ${link}`, 'x', link)).toBeNull();
    expect(toThread(`${long} `.repeat(30), 'x', link)).toBeNull();
  });
  it('splits no quotation, abbreviation or amount', () => {
    const quote = `“${sentence(1)} ${sentence(2)}” kata Wali Kota Dedie A. Rachim di Jl. Melati No. 5.`;
    const posts =
      toThread(`${sentence(0)} ${quote} Nilainya Rp 613.677.930. ${sentence(3)} ${link}`, 'x', link) ?? [];
    expect(posts.some((post) => post.includes(quote))).toBe(true);
    expect(posts.some((post) => post.includes('Rp 613.677.930.'))).toBe(true);
  });
});

describe.each(threaded)('every release as a thread on %s', (platform) => {
  const releases = [...sharedReleases(), ...ownNames.map(ownRelease)];
  it('has whole sentences, each once and in order, within the limit, with its link once', () => {
    let made = 0;
    for (const { title, paragraphs, url } of releases) {
      const text = `${[title, ...paragraphs].join('\n\n')}\n\nSelengkapnya: ${url}\n\n#KotaBogor #Kabar`;
      const posts = toThread(text, platform, url);
      if (posts === null || room(platform, text).fits) continue;
      made += 1;
      const total = posts.length;
      expect(total).toBeGreaterThan(1);
      posts.forEach((post, i) => {
        expect(post.startsWith(`${i + 1}/${total} `)).toBe(true);
        expect(room(platform, post).fits).toBe(true);
        expect(post).toBe(post.trim());
        expect(post).not.toMatch(/ {2}|\n{3}/);
      });
      const all = posts.map((post) => post.replace(/^\d+\/\d+ /, '')).join('\n\n');
      expect(all.split(url)).toHaveLength(2);
      const words = (one: string): string[] =>
        one
          .replace(`Selengkapnya: ${url}`, '')
          .split(/\s+/)
          .filter((word) => word !== '');
      expect(words(all)).toEqual(words(text));
      for (const paragraph of paragraphs) {
        const marks = paragraph.match(/“/g)?.length === paragraph.match(/”/g)?.length;
        for (const whole of splitSentences(paragraph.trim(), marks))
          expect(
            posts.some((post) => post.replace(/\s+/g, ' ').includes(whole.replace(/\s+/g, ' '))),
            whole,
          ).toBe(true);
      }
    }
    expect(made).toBeGreaterThan(releases.length / 2);
  });
});
