import type { Fault } from './fault.ts';
import { popupClosed } from './popup.ts';
import { browserKilled } from './sigkill.ts';
import { workerKilled } from './worker.ts';

/** Every fault, in the order of the table. */
export const faults: readonly Fault[] = [popupClosed, workerKilled, browserKilled];
