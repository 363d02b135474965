import { argv, env, exit, platform } from 'node:process';
import { live } from './demo/live.ts';
import { tour } from './demo/tour.ts';

/**
 * `npm run demo`: Jubir in a browser, beside a small city portal. With `--tour`, or where there is no display,
 * a walk through the main job with screenshots; `--readme` puts those that the README shows into `docs/img`.
 */
const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
const readme = argv.includes('--readme');
if (hasDisplay && !argv.includes('--tour') && !readme) {
  await live();
} else {
  const failed = await tour({ readme });
  console.log(failed === 0 ? 'The tour is through: every step worked.' : `${failed} walks failed.`);
  exit(failed === 0 ? 0 : 1);
}
