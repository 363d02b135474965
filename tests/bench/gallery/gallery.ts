import { mkdirSync, writeFileSync } from 'node:fs';
import type { Caption } from '../../../utils/caption/caption.ts';
import { type Composable, compose } from '../../../utils/flow/compose.ts';
import { catalogue } from '../../../utils/platform/catalogue.ts';
import { room } from '../../../utils/platform/measure.ts';
import { platformIds } from '../../../utils/platform/platform.ts';
import { complaintsOf } from '../../caption/ear.ts';
import { ownCity, ownNames, ownRelease, sharedCity, sharedReleases } from '../../caption/releases.ts';
import { originalOf } from '../../caption/spans.ts';

/** The plain choice, and two installs. */
const seeds = [0, 104_729, 1_299_709];
const file = new URL('../../../.output/gallery.html', import.meta.url);

/** Prints every release with every caption per network as one page, to be read aloud; fails on any complaint. */
export async function run(): Promise<boolean> {
  const releases = [
    ...sharedReleases().map((release) => ({ release, city: sharedCity })),
    ...ownNames.map((name) => ({ release: ownRelease(name), city: ownCity })),
  ];
  let count = 0;
  const wrong: string[] = [];
  const parts = releases.map(({ release, city }, i) => {
    const original = originalOf(release, city.name);
    const rows = seeds.flatMap((seed) =>
      compose(release, city, platformIds, { seed }).map((caption) => {
        count += 1;
        const complaints = complaintsOf(caption, original);
        wrong.push(...complaints);
        return row(caption, seed, complaints);
      }),
    );
    return section(release, i, rows);
  });
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, page(parts, count, wrong.length));
  console.log(
    `${count} captions of ${releases.length} releases on ${platformIds.length} networks, ${seeds.length} seeds`,
  );
  console.log(`${wrong.length} complaints${wrong.map((one) => `\n  ${one}`).join('')}`);
  console.log(`Read them: ${file.pathname}`);
  return wrong.length === 0;
}

function row({ platform, angle, text }: Caption, seed: number, complaints: string[]): string {
  const { used, limit } = room(platform, text);
  const notes = complaints
    .map((one) => `<p class="wrong">${escaped(one.split(': ')[1] ?? one)}</p>`)
    .join('');
  return `<tr><th>${catalogue[platform].name}</th><td>${angle}<br><small>${seed === 0 ? 'plain' : seed}</small></td><td class="text">${escaped(text)}${notes}</td><td>${used}/${limit}</td></tr>`;
}

function section({ title, paragraphs, url }: Composable, i: number, rows: string[]): string {
  const body = paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('');
  return `<section id="r${i}"><h2>${i + 1}. ${escaped(title)}</h2><details><summary>${escaped(url)}</summary>${body}</details><table>${rows.join('\n')}</table></section>`;
}

function page(parts: string[], count: number, wrong: number): string {
  return `<!doctype html><html lang="id"><meta charset="utf-8"><title>Jubir: ${count} takarir</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border-top: 1px solid #ccc; padding: .4rem .6rem; text-align: start; vertical-align: top; }
  .text { white-space: pre-wrap; width: 70%; }
  .wrong { color: #b00020; font-weight: 600; margin: .3rem 0 0; }
</style>
<h1>${count} captions, ${wrong} complaints</h1>
${parts.join('\n')}</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
