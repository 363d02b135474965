import { act, cleanup, render } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { onTestFinished } from 'vitest';
import { TextsContext } from '../../components/hooks/texts.ts';
import { en } from '../../utils/browser/texts/en.ts';
import { id } from '../../utils/browser/texts/id.ts';

/** Renders into the document, in Indonesian unless told, until the test is over. */
export function show(ui: ComponentChild, language: 'id' | 'en' = 'id') {
  onTestFinished(cleanup);
  const within = (content: ComponentChild) => (
    <TextsContext.Provider value={language === 'id' ? id : en}>{content}</TextsContext.Provider>
  );
  const shown = render(within(ui));
  return { ...shown, again: (next: ComponentChild) => shown.rerender(within(next)) };
}

/** Presses a key on the element that has the focus. Returns false where the key was taken from the browser. */
export function press(key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  let left = true;
  act(() => {
    left = (document.activeElement ?? document.body).dispatchEvent(event);
  });
  return left;
}
