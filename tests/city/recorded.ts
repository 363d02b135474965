import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/data/portals/kotabogor/', import.meta.url));

/** Whether the re-built pages of the city's real site lie beside the repository. */
export function hasRecordedPages(): boolean {
  return existsSync(`${folder}berita.html`);
}

/** What has to come out of those pages, as their makers wrote it down. */
export function recordedExpectations(): unknown {
  return JSON.parse(readFileSync(`${folder}expected.json`, 'utf8'));
}

/** The recorded page for a path of the city's site, or null. */
export function recordedPage(path: string): string | null {
  const url = new URL(path, 'https://kotabogor.go.id');
  const id = /^\/berita-detail\/(\d+)$/.exec(url.pathname)?.[1];
  const first = url.pathname === '/berita' && ['1', null].includes(url.searchParams.get('page'));
  const file = first ? 'berita.html' : id ? `berita-detail-${id}.html` : null;
  return file && existsSync(folder + file) ? readFileSync(folder + file, 'utf8') : null;
}
