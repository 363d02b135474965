import type { Checked, Finding, Mark } from './check.ts';
import { type Aligned, type Source, slots, tells } from './reading/align.ts';
import type { DraftReading, DraftSentence } from './reading/draft.ts';
import { opposites } from './reading/opposites.ts';
import { type Signal, type SignalKind, signalsOf } from './reading/signals.ts';
import type { Token } from './reading/tokens.ts';

/** A sentence that takes away or adds a "tidak", or takes away what makes less than a fact of it. */
export function meaningChanged({ facts }: Checked, { plain, sentences }: DraftReading): Finding[] {
  if (facts === null) return [];
  const whole = new Set(sentences.flatMap(({ tokens }) => signalsOf(tokens).map(({ kind }) => kind)));
  return sentences.flatMap((sentence) => changesIn(sentence, whole, plain));
}

/** From this share of common words on a sentence of the release is the one that a draft's sentence tells. */
const sure = 0.6;

function changesIn(sentence: DraftSentence, whole: ReadonlySet<SignalKind>, plain: string): Finding[] {
  const [best] = sentence.sources;
  if (best === undefined || best.share < sure) return [];
  // Another sentence that fits as well and says it like the draft settles it.
  const likely = sentence.sources.filter(({ share }) => share >= best.share * 0.85);
  const found: Finding[] = [];
  for (const lost of droppedFrom(sentence.tokens, best, whole)) {
    if (likely.slice(1).some((other) => tellsWithout(sentence.tokens, other, lost))) continue;
    const word = sentence.tokens[lost.place];
    // Right behind a quotation "tegas" is a verb of saying, whatever it was in the release.
    if (word === undefined || /”[,.]?\s*$/u.test(plain.slice(0, word.start))) continue;
    const key = lost.signal.kind === 'not' ? 'negationDropped' : 'hedgeDropped';
    const words = best.source.tokens
      .slice(Math.min(lost.signal.at, lost.scope), Math.max(lost.signal.at, lost.scope) + 1)
      .map(({ text }) => text);
    found.push(finding(key, words.join(' '), markOf(word)));
  }
  for (const { signal, place } of addedTo(sentence.tokens, best)) {
    if (likely.slice(1).some((other) => signalsOf(other.source.tokens).some(({ kind }) => kind === 'not')))
      continue;
    found.push(
      finding(
        'negationAdded',
        sentence.tokens[signal.at]?.text ?? '',
        markOf(sentence.tokens[signal.at], place),
      ),
    );
  }
  for (const { own, instead } of turned(sentence.tokens, best)) {
    if (likely.slice(1).some(({ source }) => source.tokens.some(({ key }) => key === own.key))) continue;
    found.push(finding('opposite', instead.text, markOf(own)));
  }
  return found;
}

function finding(
  key: 'negationDropped' | 'negationAdded' | 'opposite' | 'hedgeDropped',
  word: string,
  mark: Mark,
): Finding {
  return { severity: 'warn', reason: { key, args: [word] }, marks: [mark], mends: [] };
}

function markOf(token: Token | undefined, until: Token | undefined = token): Mark {
  return { start: token?.start ?? 0, end: until?.end ?? token?.end ?? 0 };
}

interface Lost {
  signal: Signal;
  /** The word it is about, in the source. */
  scope: number;
  /** Where the draft has that word. */
  place: number;
}

/** Signals of the source whose word the draft keeps without them. */
function droppedFrom(
  tokens: readonly Token[],
  { source, at }: Aligned,
  whole: ReadonlySet<SignalKind>,
): Lost[] {
  const own = signalsOf(tokens);
  return signalsOf(source.tokens).flatMap((signal) => {
    if (at.includes(signal.at)) return [];
    const scope = scopeOf(source, signal, at);
    if (scope === null) return [];
    const place = at.indexOf(scope);
    const kept = own.some(({ kind, at: here }) => {
      // What will be or is hoped for may be, too.
      const weaker = signal.kind === 'may' && /^(?:future|hope|guess)$/.test(kind);
      if (kind !== signal.kind && !weaker) return false;
      if (kind === 'not') return here < place && here >= place - 4;
      return kind === 'study' || kind === 'hope' || Math.abs(here - place) <= 5;
    });
    return kept || (signal.kind === 'study' && whole.has('study')) ? [] : [{ signal, scope, place }];
  });
}

/** The word that a signal is about: the next telling one, or for "masih dalam kajian" the one before, if it is kept. */
function scopeOf({ text, tokens }: Source, signal: Signal, at: readonly number[]): number | null {
  const [from, until] = [tokens[signal.at]?.end ?? 0, tokens[signal.at]?.start ?? 0];
  const kept = new Set(at);
  const reach = signal.kind === 'not' ? 3 : 4;
  for (let next = signal.at + 1; next <= signal.at + reach && next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || !tells(token.key) || signalsOf([token]).length > 0) continue;
    if (kept.has(next) && !/[.!?]/.test(text.slice(from, token.start))) return next;
    break;
  }
  if (signal.kind !== 'study') return null;
  for (let before = signal.at - 1; before >= Math.max(0, signal.at - 6); before -= 1) {
    const token = tokens[before];
    if (token === undefined || !tells(token.key)) continue;
    return kept.has(before) && !/[.!?]/.test(text.slice(token.end, until)) ? before : null;
  }
  return null;
}

/** Whether another sentence of the release has the same word without such a signal before it. */
function tellsWithout(tokens: readonly Token[], other: Aligned, lost: Lost): boolean {
  const there = other.at[lost.place] ?? -1;
  if (there < 0 || tokens[lost.place] === undefined) return false;
  return !signalsOf(other.source.tokens).some(
    ({ kind, at }) => kind === lost.signal.kind && at < there && at >= there - 4,
  );
}

/** Negations of the draft before a word that the source does not negate. */
function addedTo(
  tokens: readonly Token[],
  { source, at }: Aligned,
): { signal: Signal; place: Token | undefined }[] {
  const theirs = signalsOf(source.tokens).filter(({ kind }) => kind === 'not');
  return signalsOf(tokens).flatMap((signal) => {
    if (signal.kind !== 'not' || (at[signal.at] ?? -1) >= 0) return [];
    for (let next = signal.at + 1; next <= signal.at + 3 && next < tokens.length; next += 1) {
      const token = tokens[next];
      if (token === undefined || !tells(token.key) || signalsOf([token]).length > 0) continue;
      const there = at[next] ?? -1;
      if (there < 0 || theirs.some((one) => one.at < there && one.at >= there - 4)) return [];
      return [{ signal, place: token }];
    }
    return [];
  });
}

/** "turun" in the place of "naik". */
function turned(tokens: readonly Token[], aligned: Aligned): { own: Token; instead: Token }[] {
  return slots(aligned, 2).flatMap(({ from, to, instead }) =>
    tokens.slice(from, to + 1).flatMap((own) => {
      const other = instead.find(({ key }) => opposites(own.key, key));
      return other === undefined ? [] : [{ own, instead: other }];
    }),
  );
}
