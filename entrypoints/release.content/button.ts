import type { PageKnown } from '../../utils/browser/page-messages.ts';
import { elementsAt, make, makeDrawing, rootElement } from './native.ts';
import { boxStyle, noteStyle } from './style.ts';

/** What the button's presses do; only those of a person count. */
interface Actions {
  share: () => Promise<void>;
  hide: () => Promise<void>;
  /** The pointer or the focus came to it. */
  approached: () => void;
}

/** The button on the page, until it is removed. */
export interface ShareButton {
  remove: () => void;
}

/** On the host: by it a newer script finds a button whose script an update has ended. It tells nothing of the official. */
const mark = 'data-jubir';

/** Removes the buttons of scripts that are no more. What a page has marked so goes with them, which is its own loss. */
export function clearOldButtons(): void {
  for (const child of [...(rootElement()?.children ?? [])]) if (child.hasAttribute(mark)) child.remove();
}

/**
 * Puts the button on the page. Its host is a plain `div`: the class of a custom element would be the page's to define,
 * and could open the closed root (`attachInternals().shadowRoot`).
 *
 * Firefox hands a page what is inside a closed root all the same, as an event's `originalTarget` and `rangeParent`. So
 * what concerns the official, the note, has a closed root of its own again, at which no event is aimed and which is
 * there whether it says anything or not: all that a page can get hold of is two buttons, the same for everyone.
 *
 * A page may lay whatever it likes over the button, or lead a click to it. That gains nothing: all that a click does is
 * to open Jubir's own page, where nothing goes out without the official; nothing is posted from here.
 */
export function showButton({ since, words }: PageKnown, actions: Actions): ShareButton {
  const host = make('div');
  host.setAttribute(mark, '');
  const [root, sheet] = closedRoot(host, boxStyle);

  const share = button('share', words.share);
  const hide = button('hide', words.hide);
  const more = button('more', words.hide);
  share.prepend(
    drawing('M12 3a9 9 0 1 1-4.1 17L3.4 21.2l1.1-4.3A9 9 0 0 1 12 3Z', 'M13.4 8v5.4a2.3 2.3 0 0 1-4.4 1'),
  );
  more.append(drawing('M6 6l12 12', 'M18 6L6 18'));
  const open = (isOpen: boolean): void => {
    share.hidden = isOpen;
    hide.hidden = !isOpen;
    more.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) hide.focus();
  };
  open(false);
  onPress(share, async () => {
    if (share.getAttribute('aria-busy') === 'true') return;
    share.setAttribute('aria-busy', 'true');
    await actions.share();
    share.removeAttribute('aria-busy');
  });
  onPress(more, () => open(share.hidden === false));
  onPress(hide, actions.hide);

  const box = make('div');
  box.className = 'box';
  box.lang = words.language;
  const row = make('div');
  row.className = 'row';
  row.append(share, hide, more);
  box.append(note(since ? words.since : ''), row);
  box.addEventListener('pointerenter', actions.approached);
  box.addEventListener('focusin', actions.approached);
  box.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || hide.hidden) return;
    open(false);
    more.focus();
  });
  root.append(box);
  rootElement()?.append(host);
  afterFrame(() => keepClear(host, share, sheet));
  return { remove: () => host.remove() };
}

/** A closed root with a style. A constructed sheet is refused by no policy of the page. */
function closedRoot(host: HTMLElement, style: string): [ShadowRoot, CSSStyleSheet] {
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  return [root, sheet];
}

/** Its words are its label, from which the style draws them: a page's `window.find` reads the text of closed roots. */
function button(look: string, label: string): HTMLButtonElement {
  const made = make('button');
  made.type = 'button';
  made.className = look;
  made.setAttribute('aria-label', label);
  return made;
}

function note(words: string): HTMLElement {
  const place = make('div');
  place.className = 'note';
  const [root] = closedRoot(place, noteStyle);
  if (!words) return place;
  const said = make('span');
  said.setAttribute('role', 'img');
  said.setAttribute('aria-label', words);
  root.append(said);
  return place;
}

/** Strokes on a field of 24 by 24. */
function drawing(...strokes: string[]): Element {
  const drawn = makeDrawing('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  drawn.append(...strokes.map((d) => makeDrawing('path', { d })));
  return drawn;
}

/** Nothing that a page's script can send is a press. */
function onPress(pressed: HTMLElement, action: () => unknown): void {
  pressed.addEventListener('click', (event) => {
    if (event.isTrusted) void action();
  });
}

/** Once the browser has laid out and drawn the page by itself: to ask before would make it lay out a long page in between. */
function afterFrame(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}

/** Looks once for a bar or a button of the page's own that stays in that corner, and moves above it. */
function keepClear(host: Element, share: Element, sheet: CSSStyleSheet): void {
  if (!host.isConnected) return;
  const { left, top, width, height } = share.getBoundingClientRect();
  const under = elementsAt(left + width / 2, top + height / 2).filter((element) => element !== host);
  const bar = under.find((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position));
  const room = bar ? innerHeight - bar.getBoundingClientRect().top : 0;
  // What fills half the view is no bar, and there is no place above it.
  if (room <= 0 || room > innerHeight / 2) return;
  sheet.insertRule(`:host { bottom: ${Math.ceil(room)}px !important; }`, sheet.cssRules.length);
}
