import { useCallback, useState } from 'preact/hooks';
import { stamp } from '../../components/hooks/use-draft-writer.ts';
import type { Texts } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Post } from '../../utils/draft/draft.ts';
import { type Entry, factsOf } from '../../utils/draft/entries.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { openDraft } from '../popup/share.ts';

interface Told {
  text: string;
  action?: { label: string; run: () => void };
}

/** What the desk can do with an entry; each outcome, good or bad, is told in a toast. */
export function useDeskActions(texts: Texts) {
  const [toast, setToast] = useState<Told | null>(null);
  const tell = (text: string) => () => setToast({ text });

  const remove = (entry: Entry) => {
    const entries =
      entry.kind === 'draft' ? { draftIds: [entry.id], postIds: [] } : { draftIds: [], postIds: [entry.id] };
    const undo = () =>
      send('mark-entries', { ...entries, mark: { deleted: false } }).then(
        () => setToast(null),
        tell(texts.desk.failed),
      );
    send('mark-entries', { ...entries, mark: { deleted: true } }).then(
      () => setToast({ text: texts.desk.deleted, action: { label: texts.app.undo, run: () => void undo() } }),
      tell(texts.desk.failed),
    );
  };

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

  return {
    toast,
    clearToast: useCallback(() => setToast(null), []),
    remove,
    reopen,
    copy: (entry: Entry) => {
      navigator.clipboard
        .writeText(factsOf(entry).text)
        .then(tell(texts.desk.copied), tell(texts.desk.copyFailed));
    },
    answer: (post: Post, state: 'posted' | 'not-posted', link: string | null) => {
      send('answer-post', { postId: post.id, state, link }).then(
        tell(state === 'posted' ? texts.question.thanks : texts.question.kept),
        tell(texts.desk.failed),
      );
    },
  };
}

export type DeskActions = ReturnType<typeof useDeskActions>;
