import { defineBackground } from 'wxt/utils/define-background';
import { registerBadge } from './badge.ts';
import { registerCommands } from './commands.ts';
import { registerSchedule } from './schedule.ts';

/** The background: the only writer. Every listener is registered here, before anything is awaited. */
export default defineBackground(() => {
  registerCommands();
  registerSchedule();
  registerBadge();
});
