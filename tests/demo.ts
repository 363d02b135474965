import { argv, env, exit, platform } from 'node:process';
import { live } from './demo/live.ts';
import { storePictures } from './demo/store.ts';
import { tour } from './demo/tour.ts';

/**
 * `npm run demo`: Jubir in a browser, beside a small city portal. With `--tour`, or where there is no display,
 * a walk through the main job with screenshots, and the pictures of the stores' pages; `--readme` puts those that the
 * documents show into `docs/img`, and `--store` makes those of the stores alone.
 */
const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
const readme = argv.includes('--readme');
const storeAlone = argv.includes('--store');
if (storeAlone) {
  await storePictures({ readme });
  exit(0);
}
if (hasDisplay && !argv.includes('--tour') && !readme) {
  await live();
} else {
  const failed = await tour({ readme });
  await storePictures({ readme });
  console.log(failed === 0 ? 'The tour is through: every step worked.' : `${failed} walks failed.`);
  exit(failed === 0 ? 0 : 1);
}
