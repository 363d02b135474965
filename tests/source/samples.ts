import { existsSync } from 'node:fs';
import type { Download, Source } from '../../utils/source/source.ts';

/** Where the data lies that is not ours to copy; tests that need it are skipped, and say so, where it is absent. */
export const shared = '../shared/data';

/** Whether a folder of the shared data is missing; says so once where it is. */
export function isAbsent(folder: string): boolean {
  const absent = !existsSync(`${shared}/${folder}`);
  if (absent) console.warn(`skipped: ${shared}/${folder} is not there`);
  return absent;
}

export function download(text: string, url = 'https://kota.go.id/feed'): Download {
  return { url, text, contentType: null, validators: {} };
}

export function source(changes: Partial<Source> = {}): Source {
  return {
    id: 'kota',
    name: 'Kota',
    kind: 'feed',
    url: 'https://kota.go.id/feed',
    hosts: ['kota.go.id'],
    imageHosts: ['kota.go.id'],
    hashtags: [],
    ...changes,
  };
}

/** A source of kind `page` with a small recipe: rows are `<li>`, bodies are in `<article>`. */
export function pageSource(changes: Partial<Source> = {}): Source {
  return source({
    kind: 'page',
    url: 'https://kota.go.id/berita',
    recipe: {
      listing: { item: 'li', title: 'h3', link: 'a', date: 'time', image: 'img' },
      release: { title: 'h1', body: 'article', image: 'article img' },
      dateFormat: 'D M Y',
    },
    ...changes,
  });
}
