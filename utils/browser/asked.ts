import browser from 'webextension-polyfill';
import type { Clicked, Found } from '../flow/share-page.ts';
import { logFailure } from './log.ts';

/** What the official asked for on a page, and what came of it; in memory only, until the browser closes. */
export interface Asked {
  id: string;
  /** Where it was clicked; Jubir's page in that window shows it. */
  windowId: number;
  tabId: number;
  clicked: Clicked;
  /** Epoch milliseconds. */
  at: number;
  /** Null while it is being looked for. */
  found: Found | null;
}

const key = 'asked';
/** A click is answered this long, in milliseconds: a popup that closed by mistake opens with it again. */
const keptFor = 10 * 60_000;

/** Keeps what was asked; the one before is forgotten. */
export async function keepAsked(asked: Asked): Promise<void> {
  await browser.storage.session.set({ [key]: asked });
}

/** What was asked last; undefined where that was answered, or is long ago. */
export async function loadAsked(): Promise<Asked | undefined> {
  const asked = (await browser.storage.session.get(key))[key] as Asked | undefined;
  return asked && Math.abs(Date.now() - asked.at) < keptFor ? asked : undefined;
}

/** It was answered, unless another one was asked meanwhile. */
export async function forgetAsked(id: string): Promise<void> {
  if ((await loadAsked())?.id === id) await browser.storage.session.remove(key);
}

/**
 * Calls back with what was asked in this window, now and later; returns what stops it.
 * @param isOurs whether it is for the page that listens
 */
export function onAsked(isOurs: (asked: Asked) => boolean, listener: (asked: Asked) => void): () => void {
  let stopped = false;
  const take = (asked: Asked | undefined) => {
    if (!stopped && asked && isOurs(asked)) listener(asked);
  };
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && key in changes) take(changes[key]?.newValue as Asked | undefined);
  };
  browser.storage.onChanged.addListener(heard);
  loadAsked().then(take, (error) => logFailure('asked', error));
  return () => {
    stopped = true;
    browser.storage.onChanged.removeListener(heard);
  };
}
