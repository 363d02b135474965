import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../browsers/build.ts';
import { Jubir } from '../e2e/jubir.ts';
import { changes } from '../e2e/states.ts';
import { setSettings } from '../e2e/steps.ts';
import { Camera } from './camera.ts';
import { contactSheets } from './contact.ts';
import { desks, emptyDesk, humas, options, recaps, welcome } from './pages.ts';
import { asked, changed, composers, firstRun, lists } from './popup.ts';

/**
 * `npm run sheet`: every view in every state, in both languages and themes, on a phone and at 200 %, as pictures to be
 * looked at, with axe's word on each and what a screen reader is told. They lie in `.output/sheet`.
 */
const folder = join(root, '.output/sheet');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const jubir = new Jubir('chromium');
await jubir.start({
  prepare: (portal) => {
    portal.fault = { kind: 'stall' };
  },
});
const camera = new Camera(jubir, folder);
const since = Date.now();
const part = async (name: string, run: () => Promise<void>): Promise<void> => {
  const [before, begun] = [camera.pictures.length, Date.now()];
  // One part that cannot be brought about costs no other its pictures.
  await run().catch((error: Error) => camera.faults.push(`${name}: ${error.stack}`));
  const seconds = ((Date.now() - begun) / 1000).toFixed(0);
  console.log(
    `${name.padEnd(12)} ${String(camera.pictures.length - before).padStart(4)} pictures  ${seconds} s`,
  );
};

await part('first run', () => firstRun(jubir, camera));
await part('empty desk', () => emptyDesk(jubir, camera));
await part('welcome', () => welcome(jubir, camera));
await setSettings(jubir, { platforms: ['x', 'whatsapp', 'threads', 'facebook', 'instagram'] });
await part('composer', () => composers(jubir, camera));
await part('asked', () => asked(jubir, camera));
const rows = await changes(jubir, 1);
await part('lists', () => lists(jubir, camera));
await part('changed', () => changed(jubir, camera, rows));
await part('desk', () => desks(jubir, camera, rows));
await part('humas', () => humas(jubir, camera));
await part('recap', () => recaps(jubir, camera));
await part('settings', () => options(jubir, camera));
const sheets = await contactSheets(jubir.session.browser, folder, camera.pictures);
const problems = jubir.session.problems.splice(0);
await jubir.stop();

for (const fault of [...camera.faults, ...problems]) console.error(`✗ ${fault}`);
const seconds = Math.round((Date.now() - since) / 1000);
console.log(
  `${camera.pictures.length} pictures on ${sheets} sheets in ${relative(root, folder)}, ${seconds} s; ` +
    `${camera.faults.length} faults by axe, names or what sticks out, ${problems.length} uncaught errors`,
);
process.exit(camera.faults.length + problems.length === 0 ? 0 : 1);
