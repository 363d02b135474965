import { type Registered, registered } from './registrable.ts';
import { skeleton } from './skeleton.ts';

/** Only offices of the state get a name here, so one that merely holds a city's name (pn-depok.go.id) is an office. */
const OFFICIAL = new Set(['go.id', 'mil.id', 'desa.id']);
/** Offices whose names are a letter apart: South Sumatra and South Sulawesi, West Sumatra and West Sulawesi. */
const NEIGHBOURS = new Set(['sumselprov', 'sulselprov', 'sumbarprov', 'sulbarprov'].map(squashed));
/** Words that an imitation puts beside an office's name. */
const BAIT = (
  'asli bansos bantuan berita center city cpns diskominfo gov go goid humas id info kominfo layanan login m masuk media ' +
  'news official online pemerintah portal ppid resmi situs web website www'
).split(' ');
const bait = new RegExp(`^(?:${BAIT.map(squashed).join('|')})*$`);

/**
 * The host of a source that another host passes itself off as, or null where it resembles none. Never for what belongs
 * to a source's own site: the host itself, its `www` twin, all below what the city registered. It names an imitation;
 * what is a source is decided by exact comparison alone (`isOn`).
 *
 * Found are: the real host inside another (kotabogor.go.id.example.com, kotabogor-go-id.com), its name under another
 * suffix (kotabogor.co.id), letters that look alike in any script, one or two letters mistyped, dots and hyphens too many
 * or too few, and the office's name with bait or the other way round (kotabogor-resmi.com, bogorkota.id).
 * @param host a host name as `URL.hostname` gives it
 * @param known the hosts of sources
 */
export function imitatedHost(host: string, known: readonly string[]): string | null {
  const seen = registered(host);
  if (!seen) return null;
  const real = known.flatMap((each) => {
    const parts = registered(each);
    return parts ? [{ host: each.replace(/^www\./, ''), parts }] : [];
  });
  if (real.some(({ parts }) => parts.domain === seen.domain)) return null;
  return real.find((each) => imitates(host, seen, each))?.host ?? null;
}

function imitates(
  host: string,
  seen: Registered,
  { host: own, parts }: { host: string; parts: Registered },
): boolean {
  // The real host as it is, followed by something else: on whatever domain.
  if (`.${skeleton(host)}.`.includes(`.${skeleton(parts.domain)}.`)) return true;
  const whole = squashed(host);
  const wholes = [parts.domain, own].map(squashed);
  const name = squashed(seen.name).replace(/^www/, '');
  const names = [parts.name, own.slice(0, -parts.suffix.length - 1)].map(squashed);
  if (OFFICIAL.has(seen.suffix)) {
    if (wholes.includes(whole)) return true;
    if (seen.suffix !== parts.suffix || NEIGHBOURS.has(name)) return false;
    return names.some((each) => isWithin(name, each, each.length >= 6 ? 1 : 0));
  }
  return (
    wholes.some((each) => whole.includes(each) || isWithin(whole, each, each.length >= 12 ? 2 : 1)) ||
    // Three letters are anybody's on another suffix (dpr.com).
    names.some(
      (each) => each.length >= 4 && isWithin(name, each, Math.min(2, Math.floor(each.length / 3) - 1)),
    ) ||
    forms(parts.name).some((form) => isBaited(name, squashed(form)))
  );
}

/** Without dots and hyphens, and as it looks. */
function squashed(text: string): string {
  return skeleton(text).replace(/[.-]/g, '');
}

/**
 * The ways in which an office's name is written: "kotabogor", "bogorkota", "pemkotbogor". Without a word of an office it
 * is a place, whose name every newspaper there bears (depoknews.id): then only the administration's are.
 */
function forms(name: string): string[] {
  const start = /^(kota|kab|prov)(.{3,})$/.exec(name);
  const end = /^(.{3,})(kota|kab|prov)$/.exec(name);
  // Kotabaru is a regency: kotabarukab.
  const place = end?.[1] ?? start?.[2] ?? name;
  const office = end?.[2] ?? start?.[1];
  const turned = office ? [name, place + office, office + place] : /^kem|^set/.test(name) ? [name] : [];
  return [...turned, ...['pemkot', 'pemkab', 'pemprov'].map((word) => word + place)];
}

function isBaited(name: string, form: string): boolean {
  const at = name.indexOf(form);
  return at >= 0 && bait.test(name.slice(0, at)) && bait.test(name.slice(at + form.length));
}

/** Whether one becomes the other with so many letters added, left out, replaced, or two neighbours swapped. */
function isWithin(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  if (most === 0) return one === other;
  let [before, last]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const cost = Math.min(
        (last?.[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last?.[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next.push(isSwap ? Math.min(cost, (before?.[column - 2] ?? 0) + 1) : cost);
    }
    [before, last] = [last, next];
  }
  return (last?.[other.length] ?? 0) <= most;
}
