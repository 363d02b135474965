import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Part } from './answers.ts';
import { City } from './city.ts';
import { listingPage } from './pages.ts';

/**
 * How the city's site misbehaves:
 * `down` breaks every connection, `slow` waits, `stall` sends a beginning and then nothing, `empty` is a listing with
 * no release, `garbage` is bytes that mean nothing, `huge` never wants to end, `redirect` leads to another site.
 */
export type FaultKind = 'down' | 'slow' | 'stall' | '404' | '500' | 'empty' | 'garbage' | 'huge' | 'redirect';

/** A fault, how long it waits (`slow`), and the parts of the site that it strikes (all when not said). */
export interface Fault {
  kind: FaultKind;
  delayMs?: number;
  parts?: Part[];
}

/** Where `redirect` leads. */
export const redirectTarget = 'https://bukan-situs-kota.example/berita';

const megabyte = Buffer.alloc(1_048_576, '<p>Rilis panjang tanpa akhir. </p>\n');

/** Far more than any reader should take. */
const hugeMegabytes = 24;

/** Bytes that no charset and no parser makes sense of, the same at every run. */
function noise(): Buffer {
  const bytes = Buffer.from(
    '<!DOCTYPE html><html><body><div class="blog-one__single"><a href="javascript:0"><<<p =',
  );
  return Buffer.concat([
    bytes,
    Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * i * 31 + 7 * i) % 256)),
  ]);
}

async function sendHuge(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' });
  for (let sent = 0; sent < hugeMegabytes && !response.destroyed; sent += 1) {
    if (!response.write(megabyte)) {
      await Promise.race([
        new Promise((resolve) => response.once('drain', resolve)),
        new Promise((resolve) => response.once('close', resolve)),
      ]);
    }
  }
  response.end();
}

/** Answers in the way of the fault; false when the true answer is still to be sent. */
export async function misbehave(fault: Fault, response: ServerResponse): Promise<boolean> {
  const html = { 'content-type': 'text/html; charset=UTF-8' };
  switch (fault.kind) {
    case 'down':
      response.destroy();
      return true;
    case 'slow':
      await sleep(fault.delayMs ?? 3_000);
      return response.destroyed;
    case 'stall':
      response.writeHead(200, html).write('<!DOCTYPE html><html><body><div class="row">');
      return true;
    case '404':
      response.writeHead(404, html).end('<h1>404 Not Found</h1>');
      return true;
    case '500':
      response.writeHead(500, html).end('<h1>500 Internal Server Error</h1>');
      return true;
    case 'empty': {
      const nothing = new City(Date.now);
      nothing.releases = [];
      response.writeHead(200, html).end(listingPage(nothing, 1));
      return true;
    }
    case 'garbage':
      response.writeHead(200, html).end(noise());
      return true;
    case 'huge':
      await sendHuge(response);
      return true;
    case 'redirect':
      response.writeHead(302, { location: redirectTarget }).end();
      return true;
  }
}
