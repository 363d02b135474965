import { onTestFinished, vi } from 'vitest';

/** Every closed root that is made from now on until the test is over, opened to the test: no page has this. */
export function watchRoots(): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  const attach = Element.prototype.attachShadow;
  const spy = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    if (init.mode !== 'closed') throw new Error('an open root');
    const root = attach.call(this, { mode: 'open' });
    roots.push(root);
    return root;
  });
  onTestFinished(() => spy.mockRestore());
  return roots;
}

/** Presses a button; only a trusted press is a person's. */
export function press(button: Element | null | undefined, isTrusted = true): void {
  const event = new MouseEvent('click', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  button?.dispatchEvent(event);
}
