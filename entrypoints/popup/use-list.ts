import { useEffect, useRef, useState } from 'preact/hooks';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import {
  onSnapshot,
  type Question,
  type ReleaseRow,
  type Snapshot,
  type SnapshotPictures,
} from '../../utils/browser/snapshot.ts';
import { afterPaint } from './after-paint.ts';
import type { FirstScreen } from './first-screen.ts';

/** Rows of the very first paint; the rest follow right after it. */
const rowsAtOnce = 7;

/**
 * The list's state: what the first screen holds, kept in step with the background. Rows never move under the
 * pointer: once the official has touched the list, new releases wait behind one button.
 */
export function useList(first: FirstScreen, place: 'popup' | 'panel', inView: boolean) {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(first.snapshot);
  const [pictures, setPictures] = useState<SnapshotPictures>({});
  const [rows, setRows] = useState<ReleaseRow[]>(first.snapshot?.rows.slice(0, rowsAtOnce) ?? []);
  const [question, setQuestion] = useState<Question | null>(first.snapshot?.question ?? null);
  const [refreshing, setRefreshing] = useState(first.snapshot === null);
  const [now, setNow] = useState(Date.now);
  const root = useRef<HTMLElement>(null);
  const touched = useRef(false);
  const latest = useRef(first.snapshot);

  useEffect(() => {
    // After the first paint: its pictures, and the rows further down.
    const stopWaiting = afterPaint(() => {
      setRows(latest.current?.rows ?? []);
      first.pictures.then(setPictures, (error) => logFailure('pictures', error));
    });
    const touch = () => {
      touched.current = true;
    };
    const area = root.current;
    area?.addEventListener('pointermove', touch);
    area?.addEventListener('keydown', touch);
    const stop = onSnapshot((change) => {
      setNow(Date.now());
      if (change.pictures) setPictures(change.pictures);
      if (!change.snapshot) return;
      const next = change.snapshot;
      latest.current = next;
      setSnapshot(next);
      if (next.outcome?.at !== first.snapshot?.outcome?.at) setRefreshing(false);
      setRows((shown) => (touched.current && shown.length > 0 ? sameRows(shown, next) : next.rows));
      // A panel stays open: what was opened from it may be asked about while it stands.
      if (place === 'panel') setQuestion((asked) => asked ?? next.question);
    });
    return () => {
      stopWaiting();
      area?.removeEventListener('pointermove', touch);
      area?.removeEventListener('keydown', touch);
      stop();
    };
  }, [first, place]);

  useEffect(() => {
    // Asked once means seen once: behind the composer view nobody sees it.
    if (question && inView)
      send('question-shown', { postId: question.postId }).catch((error) => logFailure('question', error));
  }, [question, inView]);

  const shownIds = new Set(rows.map((row) => row.id));
  return {
    root,
    snapshot,
    pictures,
    rows,
    question,
    answered: () => setQuestion(null),
    now,
    refreshing,
    refresh: () => {
      setRefreshing(true);
      send('refresh-now', null)
        .catch((error) => logFailure('refresh', error))
        .finally(() => setRefreshing(false));
    },
    /** New releases that wait to be shown. */
    waiting: touched.current ? (snapshot?.rows.filter((row) => !shownIds.has(row.id)).length ?? 0) : 0,
    /** All rows of the first screen stand there, and the archive holds others. */
    hasOlder:
      snapshot !== null && rows.length >= snapshot.rows.length && snapshot.total > snapshot.rows.length,
    showWaiting: () => setRows(snapshot?.rows ?? []),
  };
}

/** The rows in the order they stand on screen, each with its newest state. */
function sameRows(shown: ReleaseRow[], next: Snapshot): ReleaseRow[] {
  const newest = new Map(next.rows.map((row) => [row.id, row]));
  return shown.map((row) => newest.get(row.id) ?? row);
}
