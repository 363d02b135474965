import { isOn, parseUrl, secured } from './address.ts';
import type { Source } from './source.ts';

/**
 * What the first run starts with. A recipe is data: selectors and a date format, never code.
 *
 * Kota Bogor has no feed. Its listing (`/berita?page=N`, nine rows) alone carries the dates; a release page has a
 * generic `<title>`, its own heading in `h3.blog-details__title`, and a body that the CMS puts into a `<p>`, which
 * every HTML parser closes at the first block inside: so the container is read, without its byline and heading.
 *
 * Before 2025 its pages were `index.php/show_post/detail/ID/slug` (its own feed wrote them so, and many posts still
 * link there). The two number their releases apart: 103947 there was never 103947 here, so an old address is a
 * release of its own, told from others by its id alone; its page is read by recognition.
 */
export const presets: readonly Source[] = [
  {
    id: 'kota-bogor',
    name: 'Kota Bogor',
    kind: 'page',
    url: 'https://kotabogor.go.id/berita',
    hosts: ['kotabogor.go.id'],
    imageHosts: ['adm.kotabogor.go.id'],
    hashtags: ['KotaBogor'],
    otherPaths: ['/index.php/show_post/detail/{id}', '/show_post/detail/{id}'],
    recipe: {
      listing: {
        item: '.blog-one__single',
        title: '.blog-one__title',
        link: '.blog-one__title a[href]',
        date: '.blog-one__date',
        image: '.blog-one__img img',
      },
      release: {
        title: '.blog-details__title',
        body: '.blog-details__content',
        drop: '.blog-details__meta, .blog-details__title',
        image: '.blog-details__img img',
      },
      dateFormat: 'D M Y',
    },
  },
];

function feed(id: string, name: string, url: string, hashtag: string): Source {
  return known(id, name, 'feed', url, hashtag);
}

function wordpress(id: string, name: string, host: string, hashtag: string): Source {
  return known(id, name, 'wordpress', `https://${host}/wp-json/wp/v2/posts?per_page=20&_embed=1`, hashtag);
}

function known(id: string, name: string, kind: Source['kind'], url: string, hashtag: string): Source {
  const host = parseUrl(url)?.hostname ?? '';
  const twin = host.startsWith('www.') ? host.slice(4) : `www.${host}`;
  return {
    id,
    name,
    kind,
    url,
    hosts: [host, twin],
    imageHosts: [],
    hashtags: [hashtag],
    seen: 'never-live',
  };
}

/**
 * Cities, regencies, provinces and ministries whose software is established from public code that reads it: the
 * comment behind each says what was seen there (looked up in November 2026). None was seen answering by this
 * project, so adding one goes through detection like any address, and detection has the last word.
 */
export const knownSources: readonly Source[] = [
  ...presets,
  // Cities.
  wordpress('kota-kendari', 'Kota Kendari', 'berita.kendarikota.go.id', 'KotaKendari'), // six apps read its REST posts
  wordpress('kota-banjarbaru', 'Kota Banjarbaru', 'mediacenter.banjarbarukota.go.id', 'KotaBanjarbaru'), // an app reads its posts with _embed
  wordpress('kota-singkawang', 'Kota Singkawang', 'mediacenter.singkawangkota.go.id', 'KotaSingkawang'), // an app reads its REST posts
  feed('kota-madiun', 'Kota Madiun', 'https://www.madiunkota.go.id/feed/', 'KotaMadiun'), // a news server names it a WordPress feed
  feed('kota-depok', 'Kota Depok', 'https://berita.depok.go.id/rss.xml', 'KotaDepok'), // a Laravel controller reads it
  feed('kota-tarakan', 'Kota Tarakan', 'https://berita.tarakankota.go.id/rss.xml', 'KotaTarakan'), // in a regional feed list
  feed('kota-gorontalo', 'Kota Gorontalo', 'https://gorontalokota.go.id/rss.xml', 'KotaGorontalo'), // "the only one of seven that publishes a feed"
  // Regencies.
  wordpress('kab-indramayu', 'Kabupaten Indramayu', 'indramayukab.go.id', 'KabIndramayu'), // apps read its posts with _embed
  wordpress('kab-bone-bolango', 'Kabupaten Bone Bolango', 'berita.bonebolangokab.go.id', 'KabBoneBolango'), // a Laravel controller reads its posts
  wordpress(
    'kab-serdang-bedagai',
    'Kabupaten Serdang Bedagai',
    'mediacenter.serdangbedagaikab.go.id',
    'KabSerdangBedagai',
  ), // a proxy reads its REST interface
  feed(
    'kab-murung-raya',
    'Kabupaten Murung Raya',
    'https://berita.murungrayakab.go.id/feed/',
    'KabMurungRaya',
  ), // a script reads rss.channel.item
  feed('kab-madiun', 'Kabupaten Madiun', 'https://madiunkab.go.id/feed/', 'KabMadiun'), // beside Kota Madiun's
  feed('kab-kotabaru', 'Kabupaten Kotabaru', 'https://mediacenter.kotabarukab.go.id/feed/', 'KabKotabaru'), // "government_media_center" in a newsroom's list
  feed('kab-tanah-bumbu', 'Kabupaten Tanah Bumbu', 'https://mc.tanahbumbukab.go.id/feed/', 'KabTanahBumbu'), // the same list
  feed('kab-karawang', 'Kabupaten Karawang', 'https://karawangkab.go.id/rss.xml', 'KabKarawang'), // a page of a village reads it
  // Provinces.
  feed(
    'prov-kalimantan-selatan',
    'Provinsi Kalimantan Selatan',
    'https://kalselprov.go.id/berita/feed/',
    'KalimantanSelatan',
  ), // the newsroom's list
  feed(
    'prov-kalimantan-utara',
    'Provinsi Kalimantan Utara',
    'https://adpim.kaltaraprov.go.id/feed/',
    'KalimantanUtara',
  ), // the regional feed list
  // The state.
  feed('setkab', 'Sekretariat Kabinet', 'https://setkab.go.id/feed/', 'Setkab'), // others saw RSS 2.0 with 10 items in March 2026
  feed('kemhan', 'Kementerian Pertahanan', 'https://www.kemhan.go.id/feed/', 'Kemhan'), // the same report: 10 items
  feed('kemenko-pmk', 'Kemenko PMK', 'https://www.kemenkopmk.go.id/rss.xml', 'KemenkoPMK'), // "RSS resmi" in an app's list
  feed('dpr', 'DPR RI', 'https://emedia.dpr.go.id/rss.xml', 'DPRRI'), // others saw 50 items with whole texts in July 2026
  wordpress('kemenkes', 'Kementerian Kesehatan', 'sehatnegeriku.kemkes.go.id', 'Kemenkes'), // an app pages through its REST posts
];

/** The known source that publishes on a host, with or without `www`; null where none does. */
export function knownAt(hostname: string): Source | null {
  const bare = hostname.replace(/^www\./, '');
  return knownSources.find(({ hosts }) => hosts.some((host) => host.replace(/^www\./, '') === bare)) ?? null;
}

/**
 * The address of a release as a source's other paths write it, without what follows its id: what an official who
 * stands on such a page is reading.
 * @returns null where the address is no such page of the source
 */
export function otherAddress(address: string, source: Source): string | null {
  const safe = secured(address);
  const url = parseUrl(safe);
  if (!url || !isOn(safe, source.hosts)) return null;
  for (const pattern of source.otherPaths ?? []) {
    const [start, end] = pattern.split('{id}');
    if (start === undefined || end === undefined || !url.pathname.startsWith(start)) continue;
    const id = /^[\w-]{1,64}/.exec(url.pathname.slice(start.length))?.[0];
    const rest = id === undefined ? '' : url.pathname.slice(start.length + id.length);
    const isWhole = end ? rest.startsWith(end) : rest === '' || rest.startsWith('/');
    // One release under two spellings of the path is one release: the first pattern is how it is written.
    const written = source.otherPaths?.[0]?.replace('{id}', id ?? '');
    if (id && isWhole && written) return `${url.origin}${written}`;
  }
  return null;
}
