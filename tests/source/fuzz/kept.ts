import type { Sample } from './documents.ts';
import type { Answer } from './reader.ts';

/**
 * Where each item of a document ends, in bytes, found without any of the readers' code: by the end tags of XML, or
 * by counting brackets in JSON.
 */
export function itemEnds({ bytes, source }: Sample): number[] {
  // One character a byte, so that positions are the bytes'.
  const text = new TextDecoder('latin1').decode(bytes);
  if (source.kind === 'feed')
    return [...text.matchAll(/<\/(?:item|entry)>/g)].map((end) => end.index + end[0].length);
  return source.kind === 'page' ? [] : objectEnds(text);
}

function objectEnds(text: string): number[] {
  const list = text.startsWith('[') ? 0 : text.indexOf('"items"');
  const ends: number[] = [];
  let depth = 0;
  let inString = false;
  for (let at = text.indexOf('[', list) + 1; at < text.length && depth >= 0; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      depth--;
      if (depth === 0) ends.push(at + 1);
    }
  }
  return ends;
}

/** What the whole document yields, and where each of its items ends. */
export interface Whole {
  answer: Answer;
  ends: number[];
}

/**
 * What is missing of the items that stood whole before the damage; null where nothing is. Titles are compared by
 * their ASCII letters: damage further on can change which charset the document seems to be in.
 */
export function lost(whole: Whole, answer: Answer, firstDamage: number): string | null {
  const count = whole.ends.filter((end) => end <= firstDamage).length;
  for (let index = 0; index < count; index++) {
    const want = letters(whole.answer.titles[index]);
    const got = letters(answer.titles[index]);
    if (got !== want || answer.urls[index] !== whole.answer.urls[index]) {
      return `item ${index} of ${count} before the damage: "${want}" became "${got}"`;
    }
  }
  return null;
}

function letters(title: string | undefined): string | null {
  return title === undefined ? null : title.replace(/[^a-z\d]/gi, '');
}
