import type { Checked, Finding, Mark } from './check.ts';

/** What reads as campaigning in anybody's mouth; the list starts like this and is the official's to change. */
export const defaultCampaignWords: readonly string[] = (
  'coblos,nyoblos,mencoblos,coblosan,pilih nomor,nomor urut,paslon,pasangan calon,calon presiden,calon wakil presiden,' +
  'calon gubernur,calon wakil gubernur,calon bupati,calon wakil bupati,calon wali kota,calon wakil wali kota,' +
  'calon legislatif,caleg,capres,cawapres,cagub,cawagub,cabup,cawabup,cawalkot,petahana,kampanye,berkampanye,timses,' +
  'tim sukses,tim pemenangan,pemenangan,menangkan,elektabilitas,dua periode,lanjutkan,ganti presiden,visi misi,' +
  'visi dan misi,janji politik,dukungan politik,satu putaran,salam dua jari,partai,parpol,koalisi partai,' +
  'PDIP,PDI Perjuangan,Golkar,Gerindra,NasDem,PKS,PKB,PPP,PSI,Perindo,Partai Demokrat,Partai Amanat Nasional,Hanura'
).split(',');

/** The election period as the official set it: days as "2029-01-31", null for an open end. */
export interface Election {
  on: boolean;
  from: string | null;
  to: string | null;
  words: readonly string[];
}

/** The words to warn about today; null outside of an election period, both its days included. */
export function campaignWordsOn({ on, from, to, words }: Election, now: number): readonly string[] | null {
  // The day as the official's own clock has it.
  const today = new Date(now - new Date(now).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  return on && (from === null || from <= today) && (to === null || today <= to) ? words : null;
}

/**
 * Words of a campaign while an election period runs: a civil servant is neutral (Law 20/2023 on civil servants), and
 * an ordinary sentence can look otherwise then. It warns, never blocks: the election commission's own release says
 * these words rightly.
 */
export function campaignWords({ text, campaignWords: words }: Checked): Finding[] {
  if (words === null) return [];
  const marks = words.flatMap((word) => places(text, word));
  if (marks.length === 0) return [];
  marks.sort((a, b) => a.start - b.start);
  return [{ severity: 'warn', reason: { key: 'campaignWords', args: [] }, marks, mends: [] }];
}

/** Where a word or a phrase stands, whatever its case and spaces; also with "-lah", and in a hashtag. */
function places(text: string, word: string): Mark[] {
  const parts = word.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return [];
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped.join('\\s*')}(?:lah|kan)?(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** What holds until the official turns it on. */
export const noElection: Election = { on: false, from: null, to: null, words: defaultCampaignWords };

/** The most words that are kept, and the longest of them. */
const campaignLimits = { words: 500, letters: 60 };

const dayOr = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : null;

/** The period from what storage gave; damaged fields fall back one by one. */
export function readElection(value: unknown): Election {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const words = Array.isArray(raw.words)
    ? raw.words.filter((word): word is string => typeof word === 'string' && word.trim() !== '')
    : defaultCampaignWords;
  return {
    on: raw.on === true,
    from: dayOr(raw.from),
    to: dayOr(raw.to),
    words: words.slice(0, campaignLimits.words).map((word) => word.slice(0, campaignLimits.letters)),
  };
}
