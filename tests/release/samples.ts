import type { Release } from '../../utils/release/release.ts';
import type { ReadItem, Reading } from '../../utils/source/source.ts';

export function item(changes: Partial<ReadItem> = {}): ReadItem {
  return {
    url: 'https://kota.go.id/1',
    guid: null,
    title: 'Judul',
    published: null,
    updated: null,
    paragraphs: [],
    summary: [],
    image: null,
    authors: [],
    categories: [],
    ...changes,
  };
}

export function reading(items: ReadItem[]): Reading {
  return { title: null, language: null, items, repairs: [] };
}

export function release(id: string, changes: Partial<Release> = {}): Release {
  return {
    id,
    sourceId: 'kota',
    url: `https://kota.go.id/${id}`,
    title: `Judul ${id}`,
    listedTitle: `Judul ${id}`,
    paragraphs: [],
    body: 'pending',
    published: null,
    image: null,
    categories: [],
    language: 'id',
    order: 0,
    firstSeenAt: 1_000,
    unread: 1,
    ...changes,
  };
}
