import { afterAll, describe, expect, test } from 'vitest';
import { feedAttacks, pageAttacks } from './fuzz/attacks.ts';
import { samples } from './fuzz/documents.ts';
import { itemEnds, lost } from './fuzz/kept.ts';
import { type Answer, MEMORY_MB, type Question, Reader, TIME_MS } from './fuzz/reader.ts';
import { pageSource, source } from './samples.ts';

/** Set by `npm run test:faults`: every sample is cut at every tenth byte, not only the short ones. */
const thorough = process.env.JUBIR_FUZZ !== undefined;

const reader = new Reader();
afterAll(() => reader.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Reads an attack within its limits: the worker has `MEMORY_MB` of heap and dies with more. */
async function attack(name: string, question: Question): Promise<Answer> {
  const answer = await reader.read(question);
  console.log(`${Math.round(answer.ms)} ms  ${name}`);
  expect(answer.fault).toBeUndefined();
  expect(answer.ms).toBeLessThan(TIME_MS);
  return answer;
}

describe(`attacks are over in ${TIME_MS} ms and ${MEMORY_MB} MB, and what stood before them is kept`, () => {
  for (const { name, text, kind = 'feed', titles } of feedAttacks) {
    test(name, { timeout: 60_000 }, async () => {
      const answer = await attack(name, {
        bytes: bytesOf(text),
        contentType: null,
        source: source({ kind }),
      });
      expect(answer.titles.slice(0, titles.length)).toEqual(titles);
    });
  }
});

describe('attacks on pages', () => {
  for (const [name, html] of pageAttacks) {
    test(name, { timeout: 60_000 }, async () => {
      const question = { bytes: bytesOf(html), contentType: 'text/html', source: pageSource(), page: true };
      expect((await attack(name, question)).titles).toEqual(['Judul']);
    });
  }
});

for (const sample of samples()) {
  // A step that would take thousands of readings is longer with every `npm test`, and ten bytes when thorough.
  const step = thorough ? 10 : Math.max(10, 10 * Math.round(sample.bytes.length / 1_500));
  test(`${sample.name}, cut at every ${step}th byte`, { timeout: 600_000 }, async () => {
    const whole = { answer: await reader.read(sample), ends: itemEnds(sample) };
    let worst = 0;
    for (let end = 0; end < sample.bytes.length; end += step) {
      const answer = await reader.read({ ...sample, bytes: sample.bytes.slice(0, end) });
      expect([end, answer.fault ?? lost(whole, answer, end)]).toEqual([end, null]);
      worst = Math.max(worst, answer.ms);
    }
    console.log(`${Math.round(worst)} ms at most  ${sample.name}`);
    expect(worst).toBeLessThan(TIME_MS);
  });
}
