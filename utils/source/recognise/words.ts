/** The words by which templates, Indonesian ones above all, call the parts of a page. */

/** Class names that change from row to row, from day to day or from build to build: no selector may lean on them. */
const VOLATILE =
  /\d{3,}|^(?:css|sc|jsx|svelte|emotion|astro)-[a-z0-9]{4,}$|^_[a-z0-9]{5,}$|^(?:odd|even|first|last|alt|active|current|sticky|selected|open|show|in|wow|lazy\w*|featured|unread|new)$|^(?:item|nth|row|post|slide|delay)-?\d+$|^(?:post|status|format|category|tag|has|aos|animate_*|slick|swiper-slide|fade|slide|zoom|bounce)[-A-Z_]|^(?:fade|zoom|slide)in/i;
/** The hash that CSS modules put behind a name: "Card_title__aB3dE". Case tells it from BEM's "card__title". */
const HASHED = /__(?=\w*[A-Z0-9])\w{5,6}$/;

/** Layout helpers of Bootstrap, Tailwind and their like: they say how a thing looks, not what it is. */
const UTILITY =
  /^(?:col|row|container|offset|order|d|m|p|[mp][trblxyse]|text|bg|flex|grid|block|inline|hidden|table-cell|w|h|min|max|size|rounded|shadow|border|justify|items|content-(?:center|start|end|between)|align|self|float|pull|clear|font|fw|fs|gap|space|leading|tracking|overflow|relative|absolute|fixed|position|top|left|right|bottom|inset|z|hover|group|transition|duration|ease|object|line-clamp|truncate|uppercase|underline|italic|opacity|cursor|list-(?:unstyled|none|inline)|img-(?:fluid|responsive|thumbnail)|clearfix|dark|lg|md|sm|xs|xl)(?:$|-)/i;

/** What a class name must look like to stand in a selector without escapes. */
const PLAIN = /^-?[a-z_][\w-]{0,60}$/i;

/** An element's class names that can be relied on, at most eight, in their order. */
export function stableClasses(attribute: string | undefined): string[] {
  if (!attribute) return [];
  const names = attribute
    .slice(0, 600)
    .split(/\s+/)
    .filter((name) => PLAIN.test(name) && !VOLATILE.test(name) && !HASHED.test(name));
  return [...new Set(names)].slice(0, 8);
}

/** Whether a class name is a mere layout helper. */
export function isUtility(name: string): boolean {
  return UTILITY.test(name);
}

/** An id that stays: no counter in it. */
export function stableId(id: string | undefined): string | null {
  return id && PLAIN.test(id) && !/\d{2,}/.test(id) ? id : null;
}

/** Parts that surround a listing or a release and are neither. */
export const AROUND =
  /(?:^|[-_\s])(?:nav(?:bar|igation)?|menu|submenu|breadcrumbs?|footer|topbar|top-?bar|pagination|paging|pager|pages|slider-nav|language|cookie|search|login)(?:$|[-_\s])/i;

/** Side columns. */
export const ASIDE =
  /(?:^|[-_\s])(?:side-?bar|aside|widget|widgets|sidebar\w*|right-?col(?:umn)?|kolom-kanan)(?:$|[-_\s])/i;

/** Lists of something other than what is newest: what many read, what resembles it, what is yet to come. */
export const OTHER_LIST =
  /popul[ae]r|terpopuler|trending|most-?read|banyak-?dibaca|terkait|related|rekomendasi|lainnya|komentar|comments?\b|agenda|galeri|gallery|video|pengumuman|announcement|tautan|link-?terkait|partner|layanan|unduh|download|testimoni/i;

/** Inside a release's container, what is not its text. */
export const NOT_BODY =
  /(?:^|[-_\s])(?:share|sharing|shares|bagikan|sosmed|medsos|social|socials|addtoany\w*|sharedaddy|heateor\w*|tags?|tagcloud|tag-?links|labels?|related|terkait|baca-?juga|jp-relatedposts|meta|metadata|byline|author|penulis|post-?info|info-?post|entry-?(?:meta|header|footer|date)|date|tanggal|tgl|waktu|views?|dibaca|counter|breadcrumbs?|nav|navigation|post-?nav\w*|next-?prev|prev|comments?|komentar|respond|print|cetak|rating|widget|sidebar|subscribe|advert\w*|iklan|banner)(?:$|[-_\s])/i;

/** Class names of a release's body. */
export const BODY =
  /(?:^|[-_\s])(?:content|konten|contents|isi|body|entry|article|artikel|post|detail|details|berita|news|text|teks|deskripsi|description|story)(?:$|[-_\s])/i;

/** Class names of titles and of dates. */
export const TITLE = /title|judul|heading|headline|nama-?berita/i;
export const DATE = /date|tanggal|tgl|time|waktu|publish|posted|created|calendar|meta/i;

/** Texts of links and headings that name no release. */
export const GENERIC =
  /^(?:baca(?: lebih lanjut| selengkapnya| juga| lagi)?|selengkapnya|lihat(?: semua| detail| selengkapnya)?|read more|more|detail|detil|berita(?: utama| terbaru| terkini| detil| detail| kota| daerah| lainnya)?|detail berita|detil berita|news|home|beranda|next|prev(?:ious)?|artikel|siaran pers|informasi|kategori|bagikan|share|admin|download|unduh|komentar|leave a reply|tinggalkan balasan)[\s.…»>→:]*$/i;

/** What stands at the beginning of a block that is no paragraph of the release. */
export const NOT_PARAGRAPH =
  /^(?:baca juga|bagikan|share(?: this)?|tags?|label|kategori|berita (?:terkait|lainnya)|artikel terkait|related|sebelumnya|selanjutnya|dilihat|dibaca|views?|print|cetak)\b/i;

/** A line that tells who wrote it, when, and how often it was read. */
export const BYLINE =
  /\b(?:oleh|penulis|admin(?:istrator)?|posted|published|diposting|dipublikasikan|diunggah|dilihat|dibaca|views?|hits|kali|editor)\b/i;

/** Paths of single releases, and of the lists that hold them. */
export const NEWS_PATH =
  /(?:^|[/_-])(?:berita|news|siaran-?pers|rilis|release|press|artikel|article|post|posts|read|baca|detail|publikasi|kabar|warta|info(?:rmasi)?|show_post|blog)(?:$|[/_.-])/i;

/** Paths of lists, forms and files of the site. */
export const LIST_PATH =
  /(?:^|\/)(?:kategori|category|categories|tag|tags|topik|author|penulis|user|login|search|cari|feed|rss|wp-admin|wp-login\.php|sitemap)(?:\/|$)|\/page\/\d+\/?$/i;

/** Paths of what cities publish besides releases. */
export const OTHER_PATH =
  /(?:^|\/)(?:agenda|events?|galeri|gallery|foto|photo|videos?|pengumuman|announcements?|downloads?|unduh|unduhan|dokumen|profil|kontak|contact|layanan|ppid|page|halaman|lowongan|produk-hukum|jdih)(?:\/|$)/i;
