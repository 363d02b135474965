import { parseUrl } from '../address.ts';
import { foldText } from '../fold.ts';
import { type Page, queryFirst } from '../recipe.ts';
import { nodesToLine } from '../text.ts';

const EMPTY =
  /^(?:beranda|home|halaman utama|berita(?: terbaru| terkini)?|news|index|website|selamat datang|rss(?: feed)?|feed|blog|untitled|just another wordpress site)$/i;
const PLACE =
  /\b(kota|kabupaten|provinsi)\s+((?:[A-Z][a-z']+|DKI|DI)(?:\s+(?!Go|Website|Portal|Situs|Resmi|Official|Jl|Dinas)[A-Z][a-z']+){0,2})/i;

/** What a site calls itself, for the official to change: its own name, its title without "Beranda -", or its host. */
export function nameOf(page: Page | null, feedTitle: string | null, hostname: string): string {
  const og = page && queryFirst('meta[property="og:site_name"]', page.document)?.attribs.content;
  const title = page && queryFirst('title', page.document);
  const texts = [og ?? '', feedTitle ?? '', title ? nodesToLine(title.children) : ''];
  for (const text of texts) {
    const parts = foldText(text.slice(0, 300))
      .split(/\s+[-–—|»:•]\s+|\s*\|\s*/)
      .map((part) => part.replace(/^(?:website|situs|portal)(?: web)? resmi\s+/i, '').trim())
      .filter((part) => part.length >= 4 && part.length <= 60 && !EMPTY.test(part));
    const named = parts.find(
      (part) => PLACE.test(part) || /^(?:pemerintah|pemkot|pemkab|dinas|kementerian|kecamatan)\b/i.test(part),
    );
    const best = named ?? parts[0];
    if (best) return best;
  }
  return hostname.replace(/^www\./, '');
}

/** City hashtags that a name gives: "Pemerintah Kota Bandung" → KotaBandung. Nothing is guessed from a host. */
export function hashtagsOf(name: string): string[] {
  const match = PLACE.exec(name);
  if (!match?.[1] || !match[2]) return [];
  const kind = match[1].charAt(0).toUpperCase() + match[1].slice(1).toLowerCase();
  const place = match[2].replace(/[^A-Za-z]+/g, '');
  const capital = place.charAt(0).toUpperCase() + place.slice(1);
  return [kind === 'Kabupaten' ? `Kab${capital}` : kind === 'Provinsi' ? capital : `${kind}${capital}`];
}

/** An id for a source, from its address: "bandung-go-id", "bandung-go-id-siaran-pers"; numbered where it is taken. */
export function idOf(url: string, taken: readonly string[]): string {
  const parsed = parseUrl(url);
  const text = `${parsed?.hostname.replace(/^www\./, '') ?? ''}${parsed?.pathname ?? ''}`;
  const base =
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'sumber';
  let id = base;
  for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`;
  return id;
}
