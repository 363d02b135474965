import { afterAll, expect, test } from 'vitest';
import { samples } from './fuzz/documents.ts';
import { itemEnds, lost, type Whole } from './fuzz/kept.ts';
import { mutate } from './fuzz/mutate.ts';
import { Reader, TIME_MS } from './fuzz/reader.ts';

/** A thousand with every `npm test`, ten thousand with `npm run test:faults`. */
const documents = Number(process.env.JUBIR_FUZZ ?? 1_000);
/** The first document's seed; each next one has the next. `JUBIR_SEED` repeats a run, or one document of it. */
const firstSeed = Number(process.env.JUBIR_SEED ?? 20_260_801);

const reader = new Reader();
afterAll(() => reader.close());

const bases = samples();

async function wholes(): Promise<Whole[]> {
  const read: Whole[] = [];
  for (const base of bases) {
    const answer = await reader.read(base);
    const ends = itemEnds(base);
    // Otherwise "what came before" would be measured with a wrong ruler.
    if (base.source.kind !== 'page')
      expect([base.name, answer.titles.length]).toEqual([base.name, ends.length]);
    read.push({ answer, ends });
  }
  return read;
}

test(`${documents} damaged documents, seeds from ${firstSeed}: none throws, lingers or loses what stood before`, {
  timeout: 60_000 + documents * 60,
}, async () => {
  const whole = await wholes();
  const faults: string[] = [];
  let worst = { ms: 0, seed: 0, name: '' };
  let unreadable = 0;
  for (let seed = firstSeed; seed < firstSeed + documents; seed++) {
    const at = seed % bases.length;
    const base = bases[at];
    const other = bases[(seed * 7 + 3) % bases.length];
    const before = whole[at];
    if (!base || !other || !before) throw new Error('no sample');
    const mutant = mutate(base.bytes, base.contentType, seed, other.bytes);
    const answer = await reader.read({ ...mutant, source: base.source });
    if (answer.ms > worst.ms) worst = { ms: answer.ms, seed, name: base.name };
    if (answer.unreadable) unreadable++;
    const fault =
      answer.fault ??
      lost(before, answer, mutant.firstDamage) ??
      (answer.ms > TIME_MS ? `${Math.round(answer.ms)} ms` : null);
    if (fault) faults.push(`seed ${seed}, ${base.name} (${mutant.done.join(', ')}): ${fault}`);
  }
  console.log(
    `${documents} documents, ${unreadable} of them no longer any; the slowest ${Math.round(worst.ms)} ms (seed ${worst.seed}, ${worst.name})`,
  );
  expect(faults).toEqual([]);
});
