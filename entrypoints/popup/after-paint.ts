import { logFailure } from '../../utils/browser/log.ts';

/** Runs something once the next frame is out; returns what calls it off. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A frame callback comes before the paint, and a task after it may too: the next frame's callback does not.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(run);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Runs what the first screen can do without, when nothing else is to be done; returns what calls it off. */
export function whenIdle(run: () => void): () => void {
  const waiting = requestIdleCallback(run, { timeout: 400 });
  return () => cancelIdleCallback(waiting);
}

/** Says above the page what is to be said of the store; the list does not wait for it. */
export function storeBarWhenIdle(): void {
  whenIdle(() => {
    import('./StoreBar.tsx')
      .then(({ mountStoreBar }) => mountStoreBar())
      .catch((error) => logFailure('store bar', error));
  });
}
