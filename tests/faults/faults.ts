import { clockMoved } from './clock.ts';
import type { Fault } from './fault.ts';
import { diskFull } from './full-disk.ts';
import { popupClosed } from './popup.ts';
import { extensionReloaded } from './reload.ts';
import { browserKilled } from './sigkill.ts';
import { storeDamaged } from './store.ts';
import { windowsRacing } from './windows.ts';
import { workerKilled } from './worker.ts';

/** Every fault, in the order of the table. */
export const faults: readonly Fault[] = [
  popupClosed,
  workerKilled,
  browserKilled,
  windowsRacing,
  diskFull,
  storeDamaged,
  extensionReloaded,
  clockMoved,
];
