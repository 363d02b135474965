import type { Way } from '../../../components/source/WayPicker.tsx';
import type { Source } from '../../../utils/source/source.ts';
import { source } from '../../draft/samples.ts';
import { item } from '../../release/samples.ts';

export const now = Date.UTC(2026, 10, 24, 5);

/** A source of another city, as the detector makes it ready. */
export const bandung = (change: Partial<Source> = {}): Source =>
  source({
    id: 'bandung',
    name: 'Kota Bandung',
    kind: 'feed',
    url: 'https://bandung.go.id/feed',
    hosts: ['bandung.go.id'],
    imageHosts: [],
    foundBy: 'alternate',
    ...change,
  });

/** A way of reading it, with seven releases, each named by the way and its number. */
export const way = (name: string, change: Partial<Source> = {}, confidence = 0.9): Way => ({
  source: bandung(change),
  confidence,
  items: Array.from({ length: 7 }, (_, n) =>
    item({
      url: `https://bandung.go.id/${n}`,
      title: `${name} ${n + 1}`,
      published: { at: now - (n + 1) * 60 * 60 * 1000, precision: 'time' },
      paragraphs: [`Alinea pertama ${n + 1}.`, `Alinea kedua ${n + 1}.`],
    }),
  ),
});
