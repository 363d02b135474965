import type { StoreState } from '../../utils/browser/store.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { Notice } from './Notice.tsx';

interface Props {
  state: Exclude<StoreState, 'open'> | 'outdated';
  /** Opens it once more. */
  onRetry: () => void;
  onReload: () => void;
  /** Leads to what is stored; absent where it is in view. */
  onDesk?: (() => void) | undefined;
  /** Leads to the problem report. */
  onReport: () => void;
}

/** States in which it may open the next time. */
const mayOpen: readonly Props['state'][] = ['step-failed', 'unreadable'];
/** States in which it can only be read. */
const readOnly: readonly Props['state'][] = [...mayOpen, 'newer'];

/** Why nothing can be stored at the moment: what happened, that nothing was lost, what to do. */
export function StoreNotice({ state, onRetry, onReload, onDesk, onReport }: Props) {
  const { store, report } = useLaterTexts();
  const { title, help } = store.states[state];
  return (
    <Notice kind={state === 'restoring' ? 'note' : 'warn'} live>
      <h2 class="store-title">{title}</h2>
      <p>{help}</p>
      <div class="store-actions">
        {state === 'outdated' && (
          <button type="button" class="button button-main" onClick={onReload}>
            {store.reload}
          </button>
        )}
        {readOnly.includes(state) && onDesk && (
          <button type="button" class="button" onClick={onDesk}>
            {store.openDesk}
          </button>
        )}
        {mayOpen.includes(state) && (
          <button type="button" class="button" onClick={onRetry}>
            {store.retry}
          </button>
        )}
        {mayOpen.includes(state) && (
          <button type="button" class="button button-plain" onClick={onReport}>
            {report.title}
          </button>
        )}
      </div>
    </Notice>
  );
}
