import { domainToASCII } from 'node:url';
import { registered } from '../../utils/source/registrable.ts';

/** The same numbers at every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const suffixes = (
  'com net org id co.id or.id my.id web.id ac.id biz.id sch.id info xyz site online top icu co com.my com.sg co.uk ' +
  'com.au live app dev news city asia cc io me'
).split(' ');
const strangers = (
  'example.com portal-resmi.id situs.my.id evil.co.id blogspot.com pages.dev github.io netlify.app vercel.app ' +
  'secure-login.net berita.info dinas.go.id x.co'
).split(' ');
const baits = 'resmi login portal berita news online info humas masuk official web bansos cpns'.split(' ');
/** Neighbours on the keyboard. */
const keys: Record<string, string> = {
  a: 'sqz',
  b: 'vnh',
  d: 'sfe',
  e: 'wr',
  g: 'fhb',
  i: 'uok',
  k: 'jlo',
  l: 'ko',
  m: 'n',
  n: 'bm',
  o: 'ipl',
  p: 'o',
  r: 'et',
  s: 'adw',
  t: 'ryg',
  u: 'yi',
};
const glyphs: [string, string][] = [
  ['o', '0'],
  ['i', '1'],
  ['i', 'l'],
  ['l', '1'],
  ['m', 'rn'],
  ['w', 'vv'],
  ['d', 'cl'],
  ['s', '5'],
  ['e', '3'],
  ['g', '9'],
  ['a', '4'],
];
const foreign: [string, string][] = [
  ['o', 'о'],
  ['o', 'ο'],
  ['o', 'ö'],
  ['a', 'а'],
  ['a', 'á'],
  ['e', 'е'],
  ['e', 'é'],
  ['i', 'і'],
  ['i', 'ı'],
  ['k', 'к'],
  ['g', 'ɡ'],
  ['p', 'р'],
  ['s', 'ѕ'],
  ['u', 'ս'],
  ['n', 'ո'],
  ['t', 'т'],
  ['r', 'г'],
  ['b', 'ь'],
  ['d', 'ԁ'],
];

/** Ways to imitate a host; null where one does not fit it. */
const ways: Record<string, (real: string, random: () => number) => string | null> = {
  'another suffix': (real, random) => {
    const { name, suffix } = parts(real);
    const other = pick(suffixes, random);
    return other === suffix ? null : `${name}.${other}`;
  },
  'the real host in front': (real, random) => `${parts(real).domain}.${pick(strangers, random)}`,
  'hyphens for dots': (real, random) => {
    const { domain } = parts(real);
    const hyphened = domain.replaceAll('.', '-');
    const half = domain.replace('.go.id', '-go.id');
    return pick(
      [half, `${hyphened}.com`, `${hyphened}.id`, `www-${hyphened}.net`, `www.${hyphened}.my.id`],
      random,
    );
  },
  'dots and hyphens too many or too few': (real, random) => {
    const { name, domain } = parts(real);
    const at = 2 + Math.floor(random() * (name.length - 3));
    const broken = (by: string) => `${name.slice(0, at)}${by}${name.slice(at)}`;
    return pick(
      [
        domain.replace('.go.id', 'go.id'),
        `www${domain}`,
        `${broken('-')}.go.id`,
        `${broken('-')}.co.id`,
        `${broken('.')}.go.id`,
      ],
      random,
    );
  },
  'a letter mistyped': (real, random) => typo(real, random, 'go.id'),
  'a letter mistyped, another suffix': (real, random) => typo(real, random, pick(suffixes, random)),
  'two letters mistyped': (real, random) => {
    const once = typo(real, random, 'go.id');
    return once && parts(real).name.length >= 9 ? typo(once, random, pick(suffixes, random)) : null;
  },
  'letters that look alike': (real, random) => swap(real, glyphs, random),
  'another script': (real, random) => swap(real, foreign, random),
  'two of another script': (real, random) => swap(real, foreign, random, 2),
  'a suffix mistyped': (real, random) =>
    `${parts(real).name}.${pick(['gov.id', 'g0.id', 'qo.id', 'goo.id', 'go.id.com', 'gO.id.net', 'ggo.id', 'og.id', 'go-id.com'], random)}`,
  'the name with bait': (real, random) => {
    const { name } = parts(real);
    const word = pick(baits, random);
    const joined = pick([`${name}-${word}`, `${word}-${name}`, `${word}${name}`, `${name}${word}`], random);
    return /^(kota|kem)|(kota|kab|prov)$/.test(name) ? `${joined}.${pick(suffixes, random)}` : null;
  },
  'the name turned round': (real, random) => {
    const turned = parts(real).name.replace(/^(.+?)(kota|kab|prov)$|^(kota)(.+)$/, '$2$1$4$3');
    return turned === parts(real).name ? null : `${turned}.${pick(suffixes, random)}`;
  },
};

/** One imitation of a real host. */
export interface Imitation {
  host: string;
  real: string;
  way: string;
}

/** So many imitations of these hosts, all different, in ASCII as `URL.hostname` gives them; the same at every run. */
export function imitationsOf(hosts: readonly string[], count: number): Imitation[] {
  const random = numbers(2016);
  const made = new Map<string, Imitation>();
  const names = Object.keys(ways);
  for (let turn = 0; made.size < count; turn += 1) {
    const way = names[turn % names.length] ?? '';
    const real = pick(hosts, random);
    const written = ways[way]?.(real, random);
    const host = written ? domainToASCII(written) : '';
    if (host && !hosts.includes(host)) made.set(host, { host, real, way });
  }
  return [...made.values()];
}

function parts(host: string) {
  const found = registered(host);
  if (!found) throw new Error(`no domain in ${host}`);
  return found;
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function typo(real: string, random: () => number, suffix: string): string | null {
  const { name } = parts(real);
  const at = 1 + Math.floor(random() * (name.length - 2));
  const [letter = '', next = ''] = name.slice(at, at + 2);
  const near = keys[letter];
  const [before, after] = [name.slice(0, at), name.slice(at + 1)];
  const made = pick(
    [
      before + after,
      before + letter + letter + after,
      letter === next ? null : before + next + letter + name.slice(at + 2),
      near ? before + pick([...near], random) + after : null,
      near ? before + letter + pick([...near], random) + after : null,
    ],
    random,
  );
  return made && `${made}.${suffix}`;
}

/** So many letters of the name, each replaced by one that looks like it. */
function swap(host: string, pairs: [string, string][], random: () => number, count = 1): string | null {
  const { name, suffix } = parts(host);
  let swapped = name;
  for (let times = 0; times < count; times += 1) {
    const fitting = pairs.filter(([letter]) => swapped.includes(letter));
    if (fitting.length === 0) return null;
    const [letter, twin] = pick(fitting, random);
    swapped = swapped.replace(letter, twin);
  }
  return `${swapped}.${suffix}`;
}
