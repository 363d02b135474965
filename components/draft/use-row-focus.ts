import type { RefObject, TargetedFocusEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Brings the active row into view and gives it the focus when that is asked for, or when the row that had it is gone. */
export function useRowFocus(
  box: RefObject<HTMLElement | null>,
  { active, focus, entries }: { active: number; focus: number; entries: readonly unknown[] },
  topOf: (place: number) => number,
  row: number,
) {
  const has = useRef(false);
  const given = useRef(focus);
  useLayoutEffect(() => {
    const scroller = box.current;
    const lost = has.current && document.activeElement === document.body;
    if (!scroller || (given.current === focus && !lost)) return;
    given.current = focus;
    if (entries.length === 0) return scroller.focus();
    const top = topOf(active);
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    const beyond = top + row - scroller.clientHeight;
    if (scroller.clientHeight > 0 && beyond > scroller.scrollTop) scroller.scrollTop = beyond;
    scroller.querySelector<HTMLElement>(`[data-place="${active}"]`)?.focus({ preventScroll: true });
  });
  return {
    onFocusIn: () => {
      has.current = true;
    },
    onFocusOut: ({ currentTarget, target }: TargetedFocusEvent<HTMLElement>) => {
      // A row that is taken away has not been left: whether it is gone shows only afterwards.
      queueMicrotask(() => {
        if (target instanceof Element && target.isConnected)
          has.current = currentTarget.contains(document.activeElement);
      });
    },
  };
}
