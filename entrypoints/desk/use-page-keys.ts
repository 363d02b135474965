import { useEffect, useRef } from 'preact/hooks';
import { type Command, commandOf, isTyping } from '../../components/draft/list-keys.ts';

interface Options {
  /** Escape beside the list. */
  onBack: () => void;
  onCommand: (command: Command, event: KeyboardEvent) => void;
}

/**
 * Keys that the list obeys while it does not have the focus: Escape leads back to it, Ctrl+Z undoes, and where
 * nothing has the focus, arrows and the like find it. Letters are the list's alone: who dictates to the page must not
 * delete by a word.
 */
export function usePageKeys(options: Options): void {
  const now = useRef(options);
  now.current = options;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || event.isComposing || target?.closest('dialog, [role="menu"]')) return;
      if (event.key === 'Escape' && target?.closest('.desk-detail')) return now.current.onBack();
      const command = commandOf(event);
      if (!command || isTyping(target)) return;
      const isFree = target === document.body && event.key.length > 1 && command !== 'open';
      if (!isFree && !(command === 'undo' && event.key.toLowerCase() === 'z')) return;
      event.preventDefault();
      now.current.onCommand(command, event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
