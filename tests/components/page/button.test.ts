import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clearOldButtons, showButton } from '../../../entrypoints/release.content/button.ts';
import type { PageKnown } from '../../../utils/browser/page-messages.ts';
import { press, watchRoots } from './roots.ts';

const known: PageKnown = {
  shown: true,
  since: 'changed',
  words: {
    share: 'Bagikan',
    hide: 'Sembunyikan di situs ini',
    since: 'Rilis ini diubah kota setelah Anda membagikannya.',
    language: 'id',
  },
};
let under: Element[] = [];
beforeEach(() => {
  under = [];
  // happy-dom lays nothing out.
  Document.prototype.elementsFromPoint = () => under;
});
afterEach(() => {
  for (const host of document.querySelectorAll('[data-jubir]')) host.remove();
  document.body.replaceChildren();
});

function start(page: PageKnown = known, sharing = async (): Promise<void> => {}) {
  const roots = watchRoots();
  const actions = { share: vi.fn(sharing), hide: vi.fn(async () => {}), approached: vi.fn() };
  const button = showButton(page, actions);
  const [root] = roots;
  const find = (name: string) => root?.querySelector<HTMLButtonElement>(`.${name}`);
  const [share, hide, more] = [find('share'), find('hide'), find('more')];
  if (!root || !share || !hide || !more) throw new Error('no button');
  return { actions, button, roots, root, share, hide, more, note: roots[1]?.querySelector('span') };
}

const hosts = () => [...document.documentElement.children].filter((child) => child.tagName === 'DIV');

test('one plain element on the page, in which the page finds nothing', () => {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  showButton(known, { share: async () => {}, hide: async () => {}, approached: () => {} });
  expect(attach.mock.calls.map(([{ mode }]) => mode)).toEqual(['closed', 'closed']);
  attach.mockRestore();
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]?.outerHTML).toBe('<div data-jubir=""></div>');
  expect(hosts()[0]?.shadowRoot).toBeNull();
});

test('no word of it is text, which a page could search for; the note has a root of its own', () => {
  const { roots, root, note } = start();
  for (const { textContent } of roots) expect(textContent).toBe('');
  expect(root.innerHTML).not.toContain(known.words.since);
  expect(note?.getAttribute('aria-label')).toBe(known.words.since);
});

test('without a change the note’s place is there and says nothing', () => {
  const { roots, root, note } = start({ ...known, since: null });
  expect(roots).toHaveLength(2);
  expect(root.querySelector('.note')).not.toBeNull();
  expect(note).toBeNull();
});

test('axe finds nothing wrong, shut and open', async () => {
  const { root, more } = start();
  const look = async () => {
    const { violations } = await axe.run(root.host, { rules: { region: { enabled: false } } });
    return violations.map(({ id }) => id);
  };
  expect(await look()).toEqual([]);
  press(more);
  expect(await look()).toEqual([]);
  expect(root.querySelector('.box')?.getAttribute('lang')).toBe('id');
});

describe('a press', () => {
  test('shares, once while it is under way', async () => {
    let answer = (): void => {};
    const sharing = () =>
      new Promise<void>((resolve) => {
        answer = resolve;
      });
    const { share, actions } = start(known, sharing);
    press(share);
    press(share);
    expect(actions.share).toHaveBeenCalledOnce();
    expect(share.getAttribute('aria-busy')).toBe('true');
    answer();
    await vi.waitFor(() => expect(share.getAttribute('aria-busy')).toBeNull());
    press(share);
    expect(actions.share).toHaveBeenCalledTimes(2);
  });

  test('that a script made is none', () => {
    const { share, hide, more, actions } = start();
    for (const button of [share, more, hide]) {
      press(button, false);
      button.click();
    }
    expect(actions.share).not.toHaveBeenCalled();
    expect(actions.hide).not.toHaveBeenCalled();
    expect(hide.hidden).toBe(true);
  });

  test('on the cross offers to hide it, in the place of the button; Escape takes that back', () => {
    const { share, hide, more, root, actions } = start();
    expect([share.hidden, hide.hidden, more.getAttribute('aria-expanded')]).toEqual([false, true, 'false']);
    press(more);
    expect([share.hidden, hide.hidden, more.getAttribute('aria-expanded')]).toEqual([true, false, 'true']);
    expect(root.activeElement).toBe(hide);
    hide.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect([share.hidden, hide.hidden]).toEqual([false, true]);
    expect(root.activeElement).toBe(more);
    press(more);
    press(hide);
    expect(actions.hide).toHaveBeenCalledOnce();
  });
});

test('the pointer or the focus coming near is told', () => {
  const { root, share, actions } = start();
  root.querySelector('.box')?.dispatchEvent(new Event('pointerenter'));
  expect(actions.approached).toHaveBeenCalledTimes(1);
  share.dispatchEvent(new Event('focusin', { bubbles: true }));
  expect(actions.approached).toHaveBeenCalledTimes(2);
});

describe('a bar of the page’s own in that corner', () => {
  const raised = async (position: string, top: number): Promise<string> => {
    const bar = document.createElement('div');
    bar.style.position = position;
    bar.getBoundingClientRect = () => ({ top }) as DOMRect;
    document.body.append(bar);
    under = [bar];
    const asked = vi.spyOn(Document.prototype, 'elementsFromPoint');
    const { root } = start();
    // Not before the page was drawn.
    expect(asked).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
    const rules = [...(root.adoptedStyleSheets[0]?.cssRules ?? [])];
    return rules.map(({ cssText }) => cssText).find((rule) => /^:host \{ bottom: \d+px/.test(rule)) ?? '';
  };

  test.each(['fixed', 'sticky'])('that is %s is not covered', async (position) => {
    expect(await raised(position, innerHeight - 60)).toContain('bottom: 60px !important');
  });

  test.each([
    ['static', 60],
    ['fixed', 700],
    ['fixed', -5],
  ])('%s, %i px high, is none', async (position, height) => {
    expect(await raised(position, innerHeight - height)).toBe('');
  });
});

test('what an update left behind goes, and nothing else', () => {
  const { button } = start();
  const others = document.documentElement.children.length - 1;
  clearOldButtons();
  expect(hosts()).toEqual([]);
  expect(document.documentElement.children).toHaveLength(others);
  button.remove();
  expect(document.documentElement.children).toHaveLength(others);
});

test('a page that names its elements after what a document has does not hinder it', () => {
  const names = ['documentElement', 'createElement', 'createElementNS', 'elementsFromPoint'];
  const image = document.createElement('img');
  for (const name of names) Object.defineProperty(document, name, { value: image, configurable: true });
  try {
    expect(start().root.host.parentNode?.nodeName).toBe('HTML');
  } finally {
    for (const name of names) Reflect.deleteProperty(document, name);
  }
});
