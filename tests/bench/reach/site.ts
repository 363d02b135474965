import { presets } from '../../../utils/source/cities.ts';
import type { Source } from '../../../utils/source/source.ts';
import { cityAnswer } from '../../city/answers.ts';
import { City } from '../../city/city.ts';
import { type ReleaseText, releaseTexts } from '../../city/texts.ts';

export const minute = 60_000;
export const hour = 60 * minute;
const day = 24 * hour;
/** Midnight in Bogor before the day that is simulated, a Tuesday; and when everybody has installed Jubir. */
export const dawn = Date.UTC(2026, 4, 11, 17);
export const installed = dawn - 4 * hour;
/** Minutes east of UTC. */
export const zone = 7 * 60;

/** When the city publishes that day, hours; and when it corrects what it published first. */
const published = [8.6, 10.1, 11.4, 13.3, 15.2, 16.7];
const corrected = 14.2;
const correction = 'Ralat: acara dimulai pukul 09.00 WIB, bukan pukul 08.00 WIB.';

/** What a request is for. */
export const kinds = ['listing', 'page', 'feed', 'captions', 'picture'] as const;
export type Kind = (typeof kinds)[number];

const origin = 'https://kotabogor.go.id';
const paths = { listing: '/berita', feed: '/feed/atom.xml', captions: '/humas/feed.json' } as const;

export function kindOf(path: string): Kind {
  if (path === paths.listing) return 'listing';
  if (path === paths.feed) return 'feed';
  if (path === paths.captions) return 'captions';
  return path.startsWith('/storage/') ? 'picture' : 'page';
}

/** A file as it stands from a moment on. */
export interface Version {
  at: number;
  body: Buffer;
}

/** A release as the listing has it: its day alone is told. */
export interface Listed {
  /** Of its page, and of its picture if it has one. */
  path: string;
  picture: boolean;
  /** When it came out, and the midnight of that day. */
  at: number;
  midnight: number;
  /** When its text was corrected; never is infinity. */
  editedAt: number;
}

/** The city's site over the day: every file with its versions, and the releases, oldest first. */
export interface Site {
  files: ReadonlyMap<string, Version[]>;
  releases: readonly Listed[];
  /** Releases that its listing shows at once. */
  pageSize: number;
}

/** What an official reads: the listing and its pages, a feed, and the Humas office's captions. */
export function sources(): Source[] {
  const page = presets[0];
  if (!page) throw new Error('no preset city');
  const hosts = [...page.hosts];
  const shared = { hosts, imageHosts: [...page.imageHosts], hashtags: [], rhythm: usualTimes() };
  return [
    { ...page, ...shared },
    { id: 'feed', name: 'Umpan', kind: 'feed', url: `${origin}${paths.feed}`, ...shared },
    { id: 'captions', name: 'Takarir Humas', kind: 'jsonfeed', url: `${origin}${paths.captions}`, ...shared },
  ];
}

/** When the city published in the ten working days before, the latest 50: its hours are usual ones. */
function usualTimes(): number[] {
  const days = [1, 4, 5, 6, 7, 8, 11, 12, 13, 14];
  return days
    .flatMap((ago) => published.map((hours) => dawn - ago * day + hours * hour))
    .sort((a, b) => a - b)
    .slice(-50);
}

/** Writes the day's site, version by version. */
export function makeSite(): Site {
  let clock = installed;
  const city = new City(() => clock);
  const files = new Map<string, Version[]>();
  const editedAt = new Map<number, number>();
  const note = () => {
    for (const [path, body] of wholeSite(city)) {
      const versions = files.get(path) ?? [];
      const last = versions.at(-1);
      if (!last?.body.equals(body)) files.set(path, [...versions, { at: clock, body }]);
    }
  };
  note();
  const acts = published.map((hours, index) => ({ hours, act: () => void city.add(textOf(index)) }));
  acts.push({
    hours: corrected,
    act: () => {
      const id = Math.min(
        ...city.releases.filter(({ published: at }) => at > dawn).map((release) => release.id),
      );
      const { paragraphs = [] } = city.find(id) ?? {};
      city.edit(id, { paragraphs: [...paragraphs, correction] });
      editedAt.set(id, clock);
    },
  });
  for (const { hours, act } of acts.sort((a, b) => a.hours - b.hours)) {
    clock = dawn + hours * hour;
    act();
    note();
  }
  const releases = city.releases
    .map(({ id, published: at, scene }) => ({
      path: `/berita-detail/${id}`,
      picture: scene !== null,
      at,
      midnight: Math.floor((at + zone * minute) / day) * day - zone * minute,
      editedAt: editedAt.get(id) ?? Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => a.at - b.at);
  return { files, releases, pageSize: 9 };
}

/** What the city says that day: what it said before, under another title. */
function textOf(index: number): Omit<ReleaseText, 'hoursAgo'> {
  const text = releaseTexts[index];
  if (!text) throw new Error('the city has too little to say');
  const { hoursAgo: _, ...rest } = text;
  return { ...rest, title: `${text.title}, Kabar ${index + 1}` };
}

/** Every file as it stands now. A browser asks the picture host for pictures; here one server has both. */
function wholeSite(city: City): [string, Buffer][] {
  const get = (address: string): Buffer => {
    const { status, body } = cityAnswer(city, new URL(address), { recorded: false, redesign: null });
    if (status !== 200) throw new Error(`${status} for ${address}`);
    return Buffer.from(body);
  };
  const pages = city.releases.map(({ id }) => `/berita-detail/${id}`);
  const pictures = city.releases.flatMap(({ id, scene }) => (scene ? `/storage/data/berita-${id}.png` : []));
  return [
    ...[paths.listing, paths.feed, ...pages].map((path): [string, Buffer] => [path, get(origin + path)]),
    [paths.captions, get(`${origin}/feed/feed.json`)],
    ...pictures.map((path): [string, Buffer] => [path, get(`https://adm.kotabogor.go.id${path}`)]),
  ];
}
