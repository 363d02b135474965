import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Licence, licencesFile } from '../utils/browser/licences.ts';

/** What writes a few lines of its own into nearly every file. */
const tools = ['rolldown', 'wxt'];
const extension = [...tools, '@wxt-dev/webextension-polyfill', 'webextension-polyfill'];
const page = [
  ...['@mdi/js', 'lucide', 'preact', 'simple-icons', 'webextension-polyfill'],
  ...[...tools, 'vite'],
];
const parser = [
  ...['htmlparser2', 'dom-serializer', 'domelementtype', 'domhandler', 'domutils', 'entities'],
  ...['css-select', 'css-what', 'boolbase', 'nth-check'],
];

/**
 * Every package that may be in the build, by the parts that have it (see `Licence.parts`). A new one is announced here,
 * and its reason stands in the README: nothing comes into an official's browser unannounced.
 */
const announced: Readonly<Record<string, readonly string[]>> = {
  background: [...extension, ...parser, 'dexie'],
  reader: [...tools, '@mozilla/readability'],
  release: extension,
  popup: page,
  sidepanel: page,
  welcome: page,
  erased: page,
  desk: [...page, 'dexie'],
  options: [...page, ...parser, 'dexie', 'lean-qr'],
  later: ['lucide', 'd3-array', 'd3-color', 'd3-format', 'd3-interpolate', 'd3-scale'],
};

/** Where what is in a build differs from what is announced, each as a line; none where it does not. */
export function unannounced(build: string): string[] {
  const licences = JSON.parse(readFileSync(join(build, licencesFile), 'utf8')) as Licence[];
  const parts = new Set([...Object.keys(announced), ...licences.flatMap((one) => one.parts)]);
  return [...parts].flatMap((part) => {
    const there = licences.filter((one) => one.parts.includes(part)).map(({ name }) => name);
    const known = announced[part] ?? [];
    return [
      ...there.filter((name) => !known.includes(name)).map((name) => `${part} has ${name}, unannounced`),
      ...known.filter((name) => !there.includes(name)).map((name) => `${part} has no ${name} any more`),
    ];
  });
}
