import { render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { useComposer } from '../../../components/caption/use-composer.ts';
import type { Caption } from '../../../utils/caption/caption.ts';
import type { Draft } from '../../../utils/draft/draft.ts';
import type { DraftInput } from '../../../utils/draft/writing.ts';
import type { Release } from '../../../utils/release/release.ts';
import { draft } from '../../draft/samples.ts';

const release: Release = {
  id: 'r1',
  sourceId: 's1',
  url: 'https://kotabogor.go.id/berita-detail/1',
  title: 'Pasar murah',
  paragraphs: [],
  body: 'read',
  published: null,
  image: null,
  categories: [],
  language: 'id',
  order: 0,
  firstSeenAt: 0,
  unread: 0,
};
const caption: Caption = { angle: 'summary', platform: 'x', text: 'Saran', hashtags: [], moreHashtags: [] };
const captionsFor = () => [caption];
const initial = { platform: 'x' as const };

/** A background that stores at once, but whose answer and whose live query reach the page later. */
function Page({ answerAfter, liveAfter }: { answerAfter: number; liveAfter: number }) {
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const write = useWrite(answerAfter, liveAfter, setDrafts);
  const composer = useComposer({ release, drafts, captionsFor, write, initial });
  return <textarea value={composer.text} onInput={(event) => composer.type(event.currentTarget.value)} />;
}

function useWrite(answerAfter: number, liveAfter: number, show: (drafts: Draft[]) => void) {
  return useState(() => async (input: DraftInput) => {
    const stored = draft({ text: input.text, writer: input.writer, revision: input.count });
    stored.inputs = { [input.writer]: input.count };
    setTimeout(() => show([stored]), liveAfter);
    await new Promise((resolve) => setTimeout(resolve, answerAfter));
    return { count: input.count, revision: input.count, rival: false };
  })[0];
}

test.each([
  [1, 3],
  [3, 1],
  [0, 0],
  [20, 25],
])('no letter is lost while stored texts come back after %i and %i ms', async (answerAfter, liveAfter) => {
  const { container } = render(<Page answerAfter={answerAfter} liveAfter={liveAfter} />);
  const box = container.querySelector('textarea') as HTMLTextAreaElement;
  const words = ' Ayo ke Pasar Murah hari ini, jangan sampai terlewat';
  for (const [at, letter] of [...words].entries()) {
    // As a keyboard does: the letter goes to what stands in the box at that moment, and nothing waits for Preact.
    box.value += letter;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, (at * 7) % 41));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(box.value).toBe(`Saran${words}`);
});
