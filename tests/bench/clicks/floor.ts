import type { ServerResponse } from 'node:http';
import type { Page } from 'puppeteer-core';
import type { Jubir } from '../../e2e/jubir.ts';

const host = 'kosong.test';

/** A page that holds nothing but a button which opens an address: the least that any click could cost. */
export async function openBlank(jubir: Jubir, address: string): Promise<Page> {
  jubir.portal.servers.set(host, (_request, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    const script = `document.querySelector('button').onclick = () => window.open(${JSON.stringify(address)});`;
    response.end(`<!doctype html><title>-</title><button>Buka</button><script>${script}</script>`);
  });
  const page = await jubir.session.browser.newPage();
  await page.goto(`https://${host}/`);
  return page;
}
