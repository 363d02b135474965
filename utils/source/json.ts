import { bounds } from './bounds.ts';
import { ReadError } from './errors.ts';
import { MOJIBAKE, mendEscapes } from './mojibake.ts';

export type JsonObject = { readonly [key: string]: unknown };

/** The parsed document, and what had to be mended. */
export interface ParsedJson {
  value: unknown;
  repairs: string[];
}

/**
 * Parses a JSON document of a feed. WordPress sites print PHP warnings before it, and a connection can end early:
 * what stands before the first bracket is skipped, and of a document cut short the whole items are kept.
 * @throws ReadError `unreadable` when not even one whole item is in it
 */
export function parseJson(text: string): ParsedJson {
  const { text: body, repaired } = mendEscapes(text.slice(0, bounds.feedBytes));
  const mended = repaired ? [MOJIBAKE] : [];
  const start = body.search(/[[{]/);
  const whole = start < 0 ? undefined : tryParse(body.slice(start));
  if (whole !== undefined) {
    const noise = body.slice(0, Math.max(start, 0)).trim();
    return { value: whole, repairs: noise ? [...mended, 'text before the JSON'] : mended };
  }
  const items = wholeItems(body);
  if (items.length === 0) throw new ReadError('unreadable', 'no JSON in the document');
  return { value: { items }, repairs: [...mended, 'JSON damaged: only whole items are read'] };
}

/** Text of a JSON object's field, with `rendered` looked into (WordPress); empty where there is none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return isObject(value) && typeof value.rendered === 'string' ? value.rendered : '';
}

/** As `textOf`, null where it is empty. */
export function textOrNull(value: unknown): string | null {
  return textOf(value).trim() || null;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // SyntaxError, or RangeError where an engine runs out of stack on 100,000 brackets.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The objects in the document's list of items (of `"items": [`, else of the first list), each parsed on its own.
 * One pass over the text, counting brackets outside of strings.
 */
function wholeItems(text: string): JsonObject[] {
  const named = /"items"\s*:\s*\[/.exec(text);
  const listStart = named ? named.index + named[0].length : text.indexOf('[') + 1;
  if (listStart <= 0) return [];
  const items: JsonObject[] = [];
  let depth = 0;
  let itemStart = 0;
  // Strings (skipped whole, closed or not), or one bracket.
  const token = /"(?:[^"\\]|\\.)*(?:"|$)|[[\]{}]/gsu;
  token.lastIndex = listStart;
  for (let match = token.exec(text); match && items.length < bounds.items; match = token.exec(text)) {
    if (match[0] === '{' || match[0] === '[') {
      if (depth === 0) itemStart = match.index;
      depth++;
    } else if (match[0] === '}' || match[0] === ']') {
      depth--;
      if (depth < 0) break;
      const item = depth === 0 ? tryParse(text.slice(itemStart, token.lastIndex)) : undefined;
      if (isObject(item)) items.push(item);
    }
  }
  return items;
}
