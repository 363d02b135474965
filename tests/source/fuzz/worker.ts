import { parentPort } from 'node:worker_threads';
import { decodeBytes } from '../../../utils/source/charset.ts';
import { SourceError } from '../../../utils/source/errors.ts';
import { readReleasePage } from '../../../utils/source/page.ts';
import { read } from '../../../utils/source/read.ts';
import type { Reading } from '../../../utils/source/source.ts';
import type { Answer, Question } from './reader.ts';

/** What every reading keeps to, whatever the document: the first breach, or null. */
function breach({ items }: Reading): string | null {
  if (items.length > 200) return `${items.length} items`;
  for (const item of items) {
    if (item.title.length > 500) return `a title of ${item.title.length} characters`;
    for (const text of [
      item.title,
      ...item.paragraphs,
      ...item.summary,
      ...item.authors,
      ...item.categories,
    ]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      if (/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(text)) return `controls in "${text.slice(0, 80)}"`;
    }
    const addresses = [item.url, item.image, ...(item.enclosures ?? []).map(({ url }) => url)];
    for (const address of addresses) {
      if (address !== null && !/^https?:\/\/[^/]/.test(address)) return `address ${address.slice(0, 80)}`;
    }
    for (const date of [item.published, item.updated]) {
      if (date && !Number.isFinite(date.at)) return 'a date that is none';
    }
  }
  return null;
}

function answer({ bytes, contentType, source, page }: Question): Omit<Answer, 'ms'> {
  try {
    const { text, repairs } = decodeBytes(bytes, contentType);
    const download = { url: source.url, text, contentType, validators: {}, repairs };
    if (page) return { titles: [readReleasePage(download, source).title ?? ''], urls: [] };
    const reading = read(download, source);
    const found = breach(reading);
    return {
      titles: reading.items.map(({ title }) => title),
      urls: reading.items.map(({ url }) => url),
      ...(found !== null && { fault: found }),
    };
  } catch (error) {
    if (error instanceof SourceError) return { titles: [], urls: [], unreadable: true };
    return {
      titles: [],
      urls: [],
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

parentPort?.on('message', (question: Question) => {
  const wall = performance.now();
  const before = process.threadCpuUsage();
  const result = answer(question);
  const used = process.threadCpuUsage(before);
  // On a machine of its own both are the same; on a busy one the wall's clock counts the neighbours' work too.
  const ms = Math.min(performance.now() - wall, (used.user + used.system) / 1_000);
  parentPort?.postMessage({ ...result, ms } satisfies Answer);
});
