import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { boxText, closePage, setSettings, waitForReleases, waitForText, worded } from './steps.ts';

const jubir = useJubir();

/** A language model's interface on this machine: says the caption with one number changed. */
let model: Server;
let heard: { authorization: string | undefined; said: string }[] = [];
let down = false;
let options: Page;
let panel: Page;
const typedAddress = () => `localhost:${(model.address() as AddressInfo).port}`;

beforeAll(async () => {
  model = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { messages } = JSON.parse(body) as { messages: { content: string }[] };
      const said = messages.at(-1)?.content ?? '';
      heard.push({ authorization: request.headers.authorization, said });
      if (down) return void response.writeHead(500).end();
      const caption = said.slice(said.lastIndexOf('Takarir:\n') + 'Takarir:\n'.length);
      const content = `Sebanyak 987.654 warga hadir. ${caption}`;
      response.end(JSON.stringify({ choices: [{ message: { content } }] }));
    });
  });
  await new Promise<void>((resolve) => model.listen(0, 'localhost', resolve));
  await waitForReleases(jubir);
  await jubir.session.allowHost('http://localhost/*');
  await setSettings(jubir, { platforms: ['facebook', 'x'] });
});
afterAll(() => model?.close());

test('without a model there is no such button', async () => {
  panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector('[data-release] .release-title');
  await panel.click('[data-release] .release-title');
  await panel.waitForSelector('textarea');
  expect(await panel.$(worded(texts.model.rewrite))).toBeNull();
});

test('a model on this machine is set up in the options, its key kept out of the settings', async () => {
  options = await jubir.openPage('options.html');
  await options.waitForSelector('#model');
  await options.click('.model-kinds .check:last-child input');
  await options.type('#model-address', typedAddress());
  await options.type('#model-name', 'kecil');
  await options.type('#model-key', 'rahasia');
  await expectAccessible(jubir, options);
  await options.click(worded(texts.model.save));
  await waitForText(options, '[aria-labelledby=model] > [role=status]', texts.model.told.saved);
  const stored = JSON.stringify(await jubir.stored());
  expect(stored).toContain(`http://${typedAddress()}/v1`);
  expect(stored).not.toContain('rahasia');
  await closePage(options);
});

test('its text is shown as its own, beside the official’s; used, it is checked like any other', async () => {
  await panel.bringToFront();
  await panel.waitForSelector(worded(texts.model.rewrite));
  const before = await boxText(panel);
  await panel.click(worded(texts.model.rewrite));
  await waitForText(panel, '.rewrite-answer strong', texts.model.answer);
  expect(await boxText(panel)).toBe(before);
  expect(heard).toHaveLength(1);
  expect(heard[0]?.authorization).toBe('Bearer rahasia');
  expect(heard[0]?.said).toContain(before);
  await expectAccessible(jubir, panel);

  await panel.click(worded(texts.model.use));
  await waitForText(panel, '.rewrite-mark', texts.model.inBox);
  expect(await boxText(panel)).toBe(`Sebanyak 987.654 warga hadir. ${before}`);
  // A number that the release does not have.
  await waitForText(panel, '.warning-place', '987.654');
});

test('a model that fails costs nothing, and says so', async () => {
  heard = [];
  down = true;
  const before = await boxText(panel);
  await panel.click(worded(texts.model.rewrite));
  await waitForText(panel, '.rewrite .notice', texts.model.failures.status);
  expect(await boxText(panel)).toBe(before);
  expect(heard).toHaveLength(1);
  await closePage(panel);
});
