import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useComposer } from '../../../components/caption/use-composer.ts';
import type { Angle, Caption } from '../../../utils/caption/caption.ts';
import type { Draft } from '../../../utils/draft/draft.ts';
import type { DraftInput } from '../../../utils/draft/writing.ts';
import type { PlatformId } from '../../../utils/platform/platform.ts';
import { draft, release } from '../../draft/samples.ts';

const caption = (platform: PlatformId, angle: Angle): Caption => ({
  platform,
  angle,
  text: `saran ${platform} ${angle}`,
  hashtags: [],
  moreHashtags: [],
});
const captionsFor = (platform: PlatformId) => [caption(platform, 'summary'), caption(platform, 'quote')];

let sent: DraftInput[];
/** What a stored draft knows of this page once it holds its newest input. */
const inputs = () => {
  const { writer = '', count = 0 } = sent.at(-1) ?? {};
  return { [writer]: count };
};
const write = vi.fn(async (input: DraftInput) => {
  sent.push(input);
  return { count: input.count, revision: input.count, rival: false };
});
beforeEach(() => {
  sent = [];
  vi.resetAllMocks();
  write.mockImplementation(async (input) => {
    sent.push(input);
    return { count: input.count, revision: input.count, rival: false };
  });
});
afterEach(cleanup);

function start(initial: { platform: PlatformId; angle?: Angle } = { platform: 'x' }, drafts: Draft[] = []) {
  const given = { release: release(), captionsFor, write, initial, drafts };
  const { result, rerender } = renderHook((props: typeof given) => useComposer(props), {
    initialProps: given,
  });
  return {
    get now() {
      return result.current;
    },
    do: (change: (composer: ReturnType<typeof useComposer>) => void) =>
      act(async () => change(result.current)),
    stored: (next: Draft[]) => act(async () => rerender({ ...given, drafts: next })),
  };
}

describe('what stands in the box', () => {
  test('the best suggestion, and looking at it writes nothing', async () => {
    const composer = start();
    expect(composer.now).toMatchObject({
      angle: 'summary',
      text: 'saran x summary',
      saveState: 'idle',
      canUndo: false,
    });
    await composer.do(({ chooseAngle }) => chooseAngle('quote'));
    await composer.do(({ choosePlatform }) => choosePlatform('threads'));
    expect(composer.now.text).toBe('saran threads summary');
    expect(write).not.toHaveBeenCalled();
  });

  test('an angle at which something is written stays to be chosen when the release carries it no more', () => {
    const mine = draft({ angle: 'counterweight', text: 'penjelasan saya' });
    const { angles, angle, text } = start({ platform: 'x' }, [mine]).now;
    expect(angles).toEqual(['summary', 'quote', 'counterweight']);
    expect([angle, text]).toEqual(['counterweight', 'penjelasan saya']);
    expect(start({ platform: 'threads' }, [mine]).now.angles).toEqual(['summary', 'quote']);
  });

  test('the draft that the official was writing comes first', () => {
    const mine = draft({ angle: 'quote', text: 'tulisan saya' });
    expect(start({ platform: 'x' }, [mine]).now).toMatchObject({
      angle: 'quote',
      text: 'tulisan saya',
      suggestion: 'saran x quote',
      saveState: 'saved',
    });
  });

  test('the angle that was asked for comes before it', () => {
    const mine = draft({ angle: 'quote', text: 'tulisan saya' });
    expect(start({ platform: 'x', angle: 'summary' }, [mine]).now.text).toBe('saran x summary');
  });

  test('a draft that went out is no draft to go on with, but its angle keeps the text', async () => {
    const out = draft({ angle: 'quote', text: 'sudah dibuka', state: 'opened' });
    const composer = start({ platform: 'x' }, [out]);
    expect(composer.now.angle).toBe('summary');
    await composer.do(({ chooseAngle }) => chooseAngle('quote'));
    expect(composer.now.text).toBe('sudah dibuka');
  });
});

describe('writing', () => {
  test('every input is sent whole, under the draft’s id', async () => {
    const composer = start();
    await composer.do(({ type }) => type('T'));
    await composer.do(({ type }) => type('Ta'));
    expect(sent.map(({ id, text }) => `${id} ${text}`)).toEqual(['r1:x:summary T', 'r1:x:summary Ta']);
    expect(sent[1]).toMatchObject({
      releaseId: 'r1',
      releaseTitle: release().title,
      releaseUrl: release().url,
      platform: 'x',
      angle: 'summary',
    });
    expect(composer.now.saveState).toBe('saved');
  });

  test('each angle and platform keeps its own text', async () => {
    const composer = start();
    await composer.do(({ type }) => type('ringkas saya'));
    await composer.do(({ chooseAngle }) => chooseAngle('quote'));
    expect(composer.now).toMatchObject({ text: 'saran x quote', saveState: 'idle' });
    await composer.do(({ type }) => type('kutipan saya'));
    await composer.do(({ choosePlatform }) => choosePlatform('threads'));
    await composer.do(({ type }) => type('utas saya'));
    await composer.do(({ choosePlatform }) => choosePlatform('x'));
    expect(composer.now).toMatchObject({ angle: 'quote', text: 'kutipan saya' });
    await composer.do(({ chooseAngle }) => chooseAngle('summary'));
    expect(composer.now.text).toBe('ringkas saya');
  });

  test('what is not stored yet stays in the box whatever the database says', async () => {
    write.mockImplementationOnce(() => new Promise(() => {}));
    const composer = start();
    await composer.do(({ type }) => type('belum tersimpan'));
    await composer.stored([draft({ text: 'lama' })]);
    expect(composer.now).toMatchObject({ text: 'belum tersimpan', saveState: 'saving' });
  });

  test('once stored, another window’s input shows here too', async () => {
    const composer = start();
    await composer.do(({ type }) => type('dari sini'));
    await composer.stored([draft({ text: 'dari sini', inputs: inputs() })]);
    await composer.stored([draft({ text: 'dari sana', writer: 'panel', inputs: inputs() })]);
    expect(composer.now.text).toBe('dari sana');
  });

  test('another window’s new draft does not swap the angle under the hand', async () => {
    const composer = start();
    await composer.do(({ type }) => type('ringkas saya'));
    const mine = draft({ text: 'ringkas saya' });
    await composer.stored([draft({ angle: 'quote', text: 'dari panel', writer: 'panel' }), mine]);
    expect(composer.now).toMatchObject({ angle: 'summary', text: 'ringkas saya' });
  });

  test('opening a draft leaves its angle in view', async () => {
    const quote = draft({ angle: 'quote', text: 'kutipan' });
    const summary = draft({ text: 'ringkas' });
    const composer = start({ platform: 'x' }, [quote, summary]);
    expect(composer.now.angle).toBe('quote');
    await composer.stored([{ ...quote, state: 'opened' }, summary]);
    expect(composer.now).toMatchObject({ angle: 'quote', text: 'kutipan' });
  });
});

describe('undo', () => {
  test('a step per word of typing, and the text goes back as it was', async () => {
    const composer = start();
    await composer.do(({ replace }) => replace(''));
    for (const text of ['A', 'Ay', 'Ayo', 'Ayo ', 'Ayo k', 'Ayo ke']) {
      await composer.do(({ type }) => type(text));
    }
    const seen: string[] = [];
    while (composer.now.canUndo) {
      await composer.do(({ undo }) => undo());
      seen.push(composer.now.text);
    }
    expect(seen.at(-1)).toBe('saran x summary');
    expect(seen).toContain('Ayo');
    expect(seen.length).toBeLessThan(6);
    expect(sent.at(-1)?.text).toBe('saran x summary');
  });

  test('a button’s change is always one step', async () => {
    const composer = start();
    await composer.do(({ replace }) => replace('satu'));
    await composer.do(({ replace }) => replace('dua'));
    await composer.do(({ undo }) => undo());
    expect(composer.now.text).toBe('satu');
    await composer.do(({ undo }) => undo());
    expect(composer.now).toMatchObject({ text: 'saran x summary', canUndo: false });
  });

  test('goes back a hundred steps', async () => {
    const composer = start();
    for (let n = 1; n <= 103; n += 1) await composer.do(({ replace }) => replace(`${n}`));
    let steps = 0;
    for (; composer.now.canUndo; steps += 1) await composer.do(({ undo }) => undo());
    expect(steps).toBe(100);
    expect(composer.now.text).toBe('3');
  });

  test('is each text’s own', async () => {
    const composer = start();
    await composer.do(({ replace }) => replace('satu'));
    await composer.do(({ chooseAngle }) => chooseAngle('quote'));
    expect(composer.now.canUndo).toBe(false);
    await composer.do(({ undo }) => undo());
    expect(composer.now.text).toBe('saran x quote');
    expect(sent).toHaveLength(1);
  });
});

describe('two windows', () => {
  test('an input says what this page had seen of the draft when the writing began', async () => {
    const composer = start({ platform: 'x' }, [draft({ text: 'lama', revision: 7 })]);
    await composer.do(({ type }) => type('lama, lalu saya'));
    expect(sent[0]).toMatchObject({ base: 7 });
  });

  test('what another window writes meanwhile is not said to have been seen', async () => {
    write.mockImplementation(async (input) => {
      sent.push(input);
      return { count: input.count, revision: 9, rival: true };
    });
    const composer = start({ platform: 'x' }, [draft({ text: 'lama', revision: 7 })]);
    await composer.do(({ type }) => type('dari sini'));
    const rivals = [{ n: 9, by: 'm', text: 'dari sini', writer: sent[0]?.writer ?? '', at: 1 }];
    await composer.stored([
      draft({ text: 'dari sana', writer: 'panel', revision: 8, rivals, inputs: inputs() }),
    ]);
    expect(composer.now.text).toBe('dari sini');
    await composer.do(({ type }) => type('dari sini lagi'));
    expect(sent[1]).toMatchObject({ base: 7, text: 'dari sini lagi' });
    const chosen = composer.now.draft?.rivals[0];
    if (!chosen) throw new Error('no rival');
    await composer.do(({ settle }) => settle(chosen));
    expect(sent[2]).toMatchObject({ text: 'dari sini', base: 8, settles: true, step: true });
    expect(composer.now.text).toBe('dari sini');
  });

  test('chosen away in another window, this page’s text leaves the box as well', async () => {
    const composer = start({ platform: 'x' }, [draft({ text: 'lama', revision: 7 })]);
    await composer.do(({ type }) => type('dari sini'));
    const of = { writer: sent[0]?.writer ?? '', n: 9, by: 'm', text: 'dari sini', at: 1 };
    const sana = { text: 'dari sana', writer: 'panel', revision: 8, inputs: inputs() };
    await composer.stored([draft({ ...sana, rivals: [of] })]);
    expect(composer.now.text).toBe('dari sini');
    await composer.stored([draft({ ...sana, revision: 10 })]);
    expect(composer.now.text).toBe('dari sana');
  });

  test('the stored text is chosen: it takes the place of what stands in the box', async () => {
    const composer = start({ platform: 'x' }, [draft({ text: 'dari sana', revision: 8, writer: 'panel' })]);
    await composer.do(({ type }) => type('dari sini'));
    await composer.do(({ settle }) => settle({ n: 8, by: 'm', text: 'dari sana', writer: 'panel', at: 1 }));
    expect(composer.now.text).toBe('dari sana');
    expect(sent.at(-1)).toMatchObject({ text: 'dari sana', settles: true });
  });
});

describe('a language model’s text', () => {
  test('is marked as long as it stands, through typing, undo and another button', async () => {
    const composer = start();
    await composer.do(({ replace }) => replace('dari model', true));
    await composer.do(({ type }) => type('dari model, diubah'));
    await composer.do(({ replace }) => replace('dari model, diubah #Bogor'));
    expect(sent.map(({ model }) => model)).toEqual([true, true, true]);
    expect(composer.now.model).toBe(true);
    await composer.do(({ replace }) => replace(composer.now.suggestion));
    expect(composer.now.model).toBe(false);
    expect(sent.at(-1)).not.toHaveProperty('model');
    await composer.do(({ undo }) => undo());
    expect(composer.now.model).toBe(true);
    expect(composer.now.handed()).toMatchObject({ model: true });
  });

  test('one that was stored is still marked when it is gone on with', () => {
    expect(start({ platform: 'x' }, [draft({ text: 'dari model', model: true })]).now.model).toBe(true);
  });
});

describe('what the angles and the button say', () => {
  test('an angle is edited where the draft differs from the suggestion', () => {
    const { isEdited } = start({ platform: 'x' }, [
      draft({ text: 'saran x summary' }),
      draft({ angle: 'quote', text: 'lain' }),
    ]).now;
    expect(isEdited('summary')).toBe(false);
    expect(isEdited('quote')).toBe(true);
  });

  test('what is handed over is the text in view, stamped newer than every input', async () => {
    const composer = start();
    await composer.do(({ type }) => type('ini'));
    const handed = composer.now.handed();
    expect(handed).toMatchObject({ id: 'r1:x:summary', text: 'ini', writer: sent[0]?.writer });
    expect(handed.count).toBeGreaterThan(sent[0]?.count ?? 0);
    expect(start().now.handed().text).toBe('saran x summary');
  });
});
