import { createInterface } from 'node:readline';
import { launch } from '../browsers/launch.ts';
import { startPortal } from '../city/portal.ts';

const fresh = [
  'Pemkot Bogor Buka 25 Kelas Bahasa Isyarat Gratis bagi Petugas Layanan',
  'Taman Bacaan Baru Dibuka di Tepi Situ, Buku Boleh Dibawa Pulang',
  'Uji Emisi Gratis untuk 500 Kendaraan, Pendaftaran Sampai Jumat',
];

/** Opens a browser with Jubir in it, on the portal's news page, and leaves it to the person until they close it. */
export async function live(): Promise<void> {
  const portal = await startPortal();
  const session = await launch('chromium', { port: portal.port, headless: false });
  const page = (await session.browser.pages())[0] ?? (await session.browser.newPage());
  await page.goto('https://kotabogor.go.id/berita');
  // On some desktops a popup opens only under a real click; the person has the icon all the same.
  await session.openPopup().catch(() => {});
  console.log(`
Jubir runs in the browser that has just opened. kotabogor.go.id and every platform in it are a small
portal on this machine (port ${portal.port}): nothing goes out, nothing is posted.

  Click Jubir's icon in the toolbar (behind the puzzle piece), or press Alt+Shift+J.
  Press Enter here and the city publishes another release; close the browser to end.
`);
  const input = createInterface({ input: process.stdin });
  let published = 0;
  input.on('line', () => {
    const title = fresh[published % fresh.length] ?? 'Rilis baru';
    published += 1;
    portal.city.add({ title });
    console.log(`The city published: ${title}`);
  });
  await new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
  input.close();
  await portal.close();
}
