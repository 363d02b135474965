/** Kinds of place as officials write them, long and short. */
const kinds: Readonly<Record<string, string>> = {
  kota: 'kota',
  pemkot: 'kota',
  walikota: 'kota',
  kabupaten: 'kabupaten',
  kab: 'kabupaten',
  pemkab: 'kabupaten',
  kecamatan: 'kecamatan',
  kec: 'kecamatan',
  camat: 'kecamatan',
  kelurahan: 'kelurahan',
  kel: 'kelurahan',
  lurah: 'kelurahan',
  desa: 'desa',
  kampung: 'kampung',
  kp: 'kampung',
  provinsi: 'provinsi',
  propinsi: 'provinsi',
  prov: 'provinsi',
  pemprov: 'provinsi',
};

const named = new RegExp(
  `(?<!\\p{L})(${Object.keys(kinds).join('|')})\\.?\\)? (\\p{Lu}[\\p{L}-]+(?: (?:Utara|Selatan|Barat|Timur|Tengah))?)`,
  'giu',
);

/** A place with its kind, where a text names both. */
export interface NamedPlace {
  kind: string;
  /** Lower case, with its direction. */
  name: string;
  start: number;
  end: number;
}

/** "Kelurahan Genteng", "Kec. Bogor Selatan", "Pemkot Bogor". */
export function findPlaces(text: string): NamedPlace[] {
  return [...text.matchAll(named)].flatMap((match) => {
    const name = match[2] ?? '';
    const kind = kinds[(match[1] ?? '').toLowerCase()];
    // The pattern ignores case for the kind's sake; the name needs its capital.
    if (kind === undefined || !/^\p{Lu}/u.test(name)) return [];
    const start = match.index + match[0].length - name.length;
    return [{ kind, name: name.toLowerCase(), start: match.index, end: start + name.length }];
  });
}

/** Which kinds each place's name stands behind in these texts. */
export function findPlaceKinds(texts: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { kind, name } of texts.flatMap(findPlaces)) {
    found.set(name, (found.get(name) ?? new Set()).add(kind));
  }
  return found;
}
