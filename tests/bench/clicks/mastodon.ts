import type { Page } from 'puppeteer-core';
import { idPublish as words } from '../../../utils/browser/texts/id-publish.ts';
import type { Post } from '../../../utils/draft/draft.ts';
import type { Release } from '../../../utils/release/release.ts';
import { poll } from '../../browsers/session.ts';
import { accountOn } from '../../e2e/allowed.ts';
import type { Jubir } from '../../e2e/jubir.ts';
import { fillBox, openComposer, waitForSaved, worded } from '../../e2e/steps.ts';
import { MastodonServer } from '../../platform/mastodon-server.ts';

export const host = 'mastodon.test';

/** As if the official had allowed the host in the click that adds the account. */
export const allowed = accountOn(host);

/** A stand-in for a Mastodon server on which the official has an account. */
export async function signIn(jubir: Jubir): Promise<MastodonServer> {
  const server = new MastodonServer();
  await server.start();
  jubir.portal.servers.set(host, server.port);
  await jubir.send('add-mastodon', { host });
  return server;
}

/** The panel with a release in its composer, where the account posts. */
export async function openPanel(jubir: Jubir, release: Release): Promise<Page> {
  const panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector('[data-release]');
  await openComposer(panel, release);
  await panel.click('[role=tab][data-platform=mastodon]');
  await panel.waitForSelector('.publish-bar');
  return panel;
}

/** Writes a text up to the last click, which publishes it, and gives that click's button. */
export async function writeUp(panel: Page, text: string): Promise<string> {
  await panel.bringToFront();
  await fillBox(panel, text);
  await waitForSaved(panel);
  await panel.click(worded(words.publish));
  await panel.waitForSelector('dialog[open]');
  return worded(words.confirm.yes);
}

/** Waits until so many posts are known to be out, so that the next click finds a quiet machine. */
export async function waitUntilOut(jubir: Jubir, count: number): Promise<void> {
  const isOut = ({ state }: Post) => state === 'posted';
  await poll(`${count} posts`, async () => (await jubir.table<Post>('posts')).filter(isOut).length === count);
}
