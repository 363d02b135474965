import { BackupError } from './errors.ts';

/**
 * One JSON object with one long list, written an item a line, so that it can be read as a stream and never has to be
 * in memory as a whole: `{…head,"rows":[`, then `item`, `,item` …, then `],"foot":{…}}`.
 */

/** Characters of one line, and of a whole file that was written anew in another form. */
const longest = { line: 8 * 1024 * 1024, whole: 64 * 1024 * 1024 };

/** Stands for an item that cannot be read. */
export const damaged = Symbol('damaged');

/** The lines of such an object. @param items each as JSON without line breaks */
export async function* writeList(
  head: object,
  name: string,
  items: AsyncIterable<string>,
  foot: () => object,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"${name}":[\n`;
  let isFirst = true;
  for await (const item of items) {
    yield isFirst ? `${item}\n` : `,${item}\n`;
    isFirst = false;
  }
  yield `],"foot":${JSON.stringify(foot())}}\n`;
}

/** Such an object while it is read. */
export interface LongList {
  head: Readonly<Record<string, unknown>>;
  /** Each item, or `damaged` where a line is none. To be read once. */
  items: AsyncIterable<unknown>;
  /** What stands at the end; undefined until the items are read, and for good where the end is missing. */
  foot: () => unknown;
}

/**
 * Begins to read.
 * @param names of lists that may be the long one
 * @throws BackupError `not-ours` where it is no such object, `too-large` where it is one in another form
 */
export async function openList(
  bytes: AsyncIterable<Uint8Array>,
  names: readonly string[],
): Promise<LongList> {
  const lines = linesOf(bytes);
  const { value: first } = await lines.next();
  const head = typeof first === 'string' ? parseObject(`${first}]}`) : undefined;
  const name = names.find((each) => Array.isArray(head?.[each]));
  if (head && name !== undefined) return streamed(head, lines);
  return inOnePiece(first ?? '', lines, names);
}

function streamed(head: Record<string, unknown>, lines: AsyncGenerator<string | null>): LongList {
  let foot: unknown;
  async function* items(): AsyncGenerator<unknown> {
    for await (const line of lines) {
      if (line?.startsWith(']')) foot = parseObject(`{"list":[${line}`)?.foot;
      if (line?.startsWith(']') || line === '') continue;
      const item = line === null ? undefined : parse(line.startsWith(',') ? line.slice(1) : line);
      yield item === undefined ? damaged : item;
    }
  }
  return { head, items: items(), foot: () => foot };
}

/** As another program may have written it, indented or in one line. */
async function inOnePiece(
  first: string | null,
  lines: AsyncGenerator<string | null>,
  names: readonly string[],
): Promise<LongList> {
  const all = first === '' ? [] : [first];
  let length = 0;
  for await (const line of lines) {
    if (line !== '') all.push(line);
    length += line?.length ?? longest.line;
    if (length > longest.whole || all[0] === null) throw new BackupError('too-large');
    // What does not begin like JSON need not be read on.
    if (!(all[0] ?? '{').startsWith('{')) throw new BackupError('not-ours');
  }
  const head = parseObject(all.join('\n'));
  const name = names.find((each) => Array.isArray(head?.[each]));
  if (!head || name === undefined) throw new BackupError('not-ours');
  const list = head[name] as unknown[];
  async function* items(): AsyncGenerator<unknown> {
    yield* list;
  }
  return { head, items: items(), foot: () => head.foot };
}

/** Lines without the white space around them; null for one that is too long to be one of ours. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let length = 0;
  const end = (): string | null => {
    const line = length > longest.line ? null : begun.join('').trim();
    [begun, length] = [[], 0];
    return line;
  };
  const take = (piece: string): void => {
    length += piece.length;
    if (length > longest.line) begun = [];
    else begun.push(piece);
  };
  for await (const chunk of bytes) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) yield end();
      take(piece);
    }
  }
  take(decoder.decode());
  const last = end();
  if (last !== '') yield last;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // RangeError: an engine out of stack on a hundred thousand brackets.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  const value = parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** The bytes of a stream; Chrome 120 cannot loop over one yet. */
export async function* bytesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
