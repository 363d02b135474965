import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { idHosts } from '../../utils/browser/texts/id-hosts.ts';
import { lookupServers } from '../../utils/platform/bluesky/lookup.ts';
import { platforms } from '../../utils/platform/catalogue.ts';
import { presets } from '../../utils/source/cities.ts';
import { boldIn, isInUi } from './ui-words.ts';

const papers = ['README.md', 'SECURITY.md', ...globSync('docs/**/*.md')].map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));
const paper = (name: string): string => papers.find(({ path }) => path === name)?.text ?? '';

test.each(papers)('$path links only to what is there', ({ path, text }) => {
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, to = '']) => to);
  expect(links.filter((to) => !existsSync(join(dirname(path), to)))).toEqual([]);
});

test.each(['SECURITY.md', 'docs/developers.md', 'docs/privacy.md'])(
  '%s names only files that are there',
  (name) => {
    const files = [
      ...paper(name).matchAll(/`((?:utils|tests|entrypoints|components|docs|public)\/[\w./-]+)`/g),
    ];
    expect(files.length).toBeGreaterThan(0);
    expect(files.map(([, file = '']) => file).filter((file) => !existsSync(file))).toEqual([]);
  },
);

test('the officials’ page names only what the UI shows', () => {
  const labels = boldIn(paper('docs/pejabat.md'));
  expect(labels.length).toBeGreaterThan(10);
  expect(labels.filter((label) => !isInUi(label, 'id'))).toEqual([]);
});

describe('the privacy policy', () => {
  const [indonesian = '', english = ''] = paper('docs/privacy.md').split('\n# Privacy policy\n');

  test.each([indonesian, english])('names every host of the installation and every platform', (text) => {
    const hosts = presets.flatMap(({ hosts, imageHosts }) => [...hosts, ...imageHosts]);
    for (const host of [...hosts, ...lookupServers.map((server) => new URL(server).hostname)]) {
      expect(text).toContain(`\`${host}\``);
    }
    for (const { name } of platforms) expect(text).toContain(name);
  });

  test('has a row for every use that the list in the options can name', () => {
    // Pictures stand with their source, a pause and an idle permission need no row; the last row is what is typed.
    const [, table = ''] = /(\| siapa[\s\S]*?)\n\n/.exec(indonesian) ?? [];
    const uses = Object.keys(idHosts.uses).filter(
      (use) => !['pictures', 'releases-paused', 'allowed'].includes(use),
    );
    expect(table.split('\n').slice(2)).toHaveLength(uses.length + 1);
  });
});
