import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Waits until an address answers. @throws Error when it does not within half a minute */
export async function answers(url: string, isAnswer = (status: number) => status < 400): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const response = await fetch(url).catch(() => null);
    await response?.body?.cancel();
    if (response && isAnswer(response.status)) return;
    await sleep(250);
  }
  throw new Error(`no answer from ${url}`);
}
