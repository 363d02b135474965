import type { Telling } from './angles.ts';
import { formsOf, newsBehind, titleSentence } from './forms.ts';
import { type Quotable, quotables } from './quoting.ts';
import { contentWords, type Ranked, rankSentences } from './rank.ts';
import type { Reading } from './reading.ts';
import { leadOf } from './summary.ts';
import type { Topic } from './topics.ts';
import type { Vary } from './vary.ts';

/** As good as the best within this much: then the seed may choose. */
const alike = 0.15;
/** A quotation answers in somebody's name: worth this many words more. */
const spokenFor = 0.5;
/** As much of a news text as is compared, in characters. */
const longestNews = 20_000;

/**
 * The counterweight to a news text: the sentence or the quotation of the release that says most of what the news speaks
 * of, exactly as the release has it, and behind it the release's own news. Never a word about the news itself, nor
 * about who wrote it: the city's answer is what the city said.
 */
export function tellAnswer(news: string, reading: Reading, topics: readonly Topic[], vary: Vary): Telling {
  const asked = new Set(contentWords(news.slice(0, longestNews)));
  const ranked = rankSentences(reading);
  const lead = leadOf(ranked);
  const candidates = [
    ...ranked.map((one) => ({ forms: formsOf(one, reading), score: nearness(one.text, asked) })),
    ...quotables(reading, topics, vary).map(({ bodies }: Quotable) => ({
      forms: bodies,
      score: nearness(bodies[0] ?? '', asked) + spokenFor,
    })),
  ].filter(({ forms, score }) => forms.length > 0 && score > spokenFor);
  candidates.sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (!best) return { angle: 'counterweight', bodies: plain(lead, reading) };
  const near = candidates.filter(({ score }) => score >= best.score * (1 - alike)).slice(0, 3);
  const { forms } = vary.one('answer', near);
  // Where a network has no room for the chosen one, another may fit.
  const others = candidates.filter((one) => one.forms !== forms).slice(0, 3);
  const bodies = [...forms, ...others.flatMap((one) => one.forms)];
  const first = forms[0] ?? '';
  const extra = lead && lead.text !== first ? newsBehind(reading, lead, first, vary) : [];
  return { angle: 'counterweight', bodies, extra };
}

/** The release's news, where nothing of it speaks of what the news does. */
function plain(lead: Ranked | null, reading: Reading): string[] {
  const title = titleSentence(reading);
  return [...(lead ? formsOf(lead, reading) : []), ...(title ? [title] : [])];
}

/** How much of what is asked about a sentence says, a figure counting double; long sentences gain less and less. */
function nearness(text: string, asked: ReadonlySet<string>): number {
  const words = contentWords(text);
  const shared = new Set(words.filter((word) => asked.has(word)));
  const worth = [...shared].reduce((sum, word) => sum + (/\d/.test(word) ? 2 : 1), 0);
  return worth / Math.sqrt(4 + words.length);
}
