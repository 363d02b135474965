import { useCallback, useRef, useState } from 'preact/hooks';
import { stamp } from '../../components/hooks/use-draft-writer.ts';
import type { Texts } from '../../utils/browser/i18n.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { type Mark, send } from '../../utils/browser/messages.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import type { Post } from '../../utils/draft/draft.ts';
import { type Entry, factsOf } from '../../utils/draft/entries.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { openDraft } from '../popup/share.ts';

interface Told {
  text: string;
  action?: { label: string; run: () => void };
}

/** What the desk can do with entries; each outcome, good or bad, is told in a toast. */
export function useDeskActions(texts: Texts) {
  const words = laterTexts(texts).entries;
  const [toast, setToast] = useState<Told | null>(null);
  /** What takes each deed back, the latest last. */
  const undos = useRef<(() => Promise<unknown>)[]>([]);
  const tell = (text: string) => () => setToast({ text });

  const undo = () => {
    const back = undos.current.pop();
    if (!back) return setToast({ text: words.nothingToUndo });
    back().then(tell(words.undone), () => {
      undos.current.push(back);
      setToast({ text: words.failed, action: { label: texts.app.undo, run: undo } });
    });
  };
  const act = (done: string, deed: () => Promise<unknown>, back: () => Promise<unknown>) => {
    deed().then(() => {
      undos.current.push(back);
      setToast({ text: done, action: { label: texts.app.undo, run: undo } });
    }, tell(words.failed));
  };
  const mark = (done: string, entries: readonly Entry[], change: Mark, back: Mark) => {
    const ids = idsOf(entries);
    act(
      done,
      () => send('mark-entries', { ...ids, mark: change }),
      () => send('mark-entries', { ...ids, mark: back }),
    );
  };
  const count = (entries: readonly unknown[]) => new Intl.NumberFormat(texts.locale).format(entries.length);

  const reopen = (post: Post) => {
    const { id: _, draftId, ...facts } = post;
    const draft = stamp({
      id: draftId,
      releaseId: facts.releaseId,
      releaseTitle: facts.releaseTitle,
      releaseUrl: facts.releaseUrl,
      sourceId: facts.sourceId,
      platform: facts.platform,
      angle: facts.angle,
      text: facts.text,
      ...(facts.model && { model: true }),
      base: 0,
    });
    const { name, route } = catalogue[post.platform];
    openDraft(draft, 'page').then(
      () => route === 'copy' && setToast({ text: texts.composer.copied }),
      (error) =>
        setToast({
          text: error instanceof DOMException ? texts.desk.copyFailed : texts.composer.openFailed(name),
        }),
    );
  };

  /** Copies other words than an entry's own, and says so. */
  const copyWords = async (words: string | Promise<string>, said: string) => {
    try {
      await navigator.clipboard.writeText(await words);
      setToast({ text: said });
    } catch (error) {
      logFailure('copy', error);
      setToast({ text: texts.desk.copyFailed });
    }
  };

  return {
    toast,
    clearToast: useCallback(() => setToast(null), []),
    /** Takes back what was done last on this page. */
    undo,
    remove: (entry: Entry) => mark(texts.desk.deleted, [entry], { deleted: true }, { deleted: false }),
    removeAll: (entries: readonly Entry[]) =>
      mark(words.deleted(count(entries)), entries, { deleted: true }, { deleted: false }),
    restore: (entries: readonly Entry[]) =>
      mark(words.restored(count(entries)), entries, { deleted: false }, { deleted: true }),
    putAway: (entries: readonly Entry[]) =>
      mark(words.awayDone(count(entries)), entries, { archived: true }, { archived: false }),
    bringBack: (entries: readonly Entry[]) =>
      mark(words.broughtBack(count(entries)), entries, { archived: false }, { archived: true }),
    /** The official's yes on several opened posts. */
    confirm: (entries: readonly Entry[]) => {
      const { postIds } = idsOf(entries);
      act(
        words.confirmed(count(postIds)),
        () => send('answer-posts', { postIds, state: 'posted' }),
        () => send('answer-posts', { postIds, state: 'opened' }),
      );
    },
    /** Chooses a post as one of its month's best lines, or takes that back. */
    star: (id: string, starred: boolean) => {
      const marked = (to: boolean) =>
        send('mark-entries', { draftIds: [], postIds: [id], mark: { starred: to } });
      const { recap } = laterTexts(texts);
      act(
        starred ? recap.starred : recap.unstarred,
        () => marked(starred),
        () => marked(!starred),
      );
    },
    reopen,
    copy: (entry: Entry) => copyWords(factsOf(entry).text, texts.desk.copied),
    copyWords,
    answer: (post: Post, state: 'posted' | 'not-posted', link: string | null) => {
      act(
        state === 'posted' ? texts.question.thanks : texts.question.kept,
        () => send('answer-post', { postId: post.id, state, link }),
        () => send('answer-posts', { postIds: [post.id], state: 'opened' }),
      );
    },
  };
}

export type DeskActions = ReturnType<typeof useDeskActions>;

const idsOf = (entries: readonly Entry[]) => ({
  draftIds: entries.filter(({ kind }) => kind === 'draft').map(({ id }) => id),
  postIds: entries.filter(({ kind }) => kind === 'post').map(({ id }) => id),
});
