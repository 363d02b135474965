import type { CaptionFeed, FeedItem } from '../../utils/humas/caption-feed.ts';

export const url = 'https://kotabogor.go.id/berita/detail/taman-baru';

/** One release's captions, as an office would write them. */
export const item = (changes: Partial<FeedItem> = {}): FeedItem => ({
  release: url,
  title: 'Taman baru dibuka',
  captions: [
    { platform: 'x', angle: 'summary', texts: [`Taman baru dibuka untuk semua. ${url}`] },
    { platform: 'whatsapp', angle: 'invitation', texts: [`Mari ke taman baru.\n\n${url} #KotaBogor`] },
  ],
  vary: false,
  updated: Date.UTC(2026, 4, 10, 2),
  ...changes,
});

export const feed = (changes: Partial<CaptionFeed> = {}): CaptionFeed => ({
  title: 'Takarir Humas Kota Bogor',
  city: 'Kota Bogor',
  language: 'id',
  issued: Date.UTC(2026, 4, 10, 3),
  items: [item()],
  ...changes,
});
