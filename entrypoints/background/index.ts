import { defineBackground } from 'wxt/utils/define-background';
import { registerBadge } from './badge.ts';
import { registerCommands } from './commands.ts';
import { registerNotify } from './notify.ts';
import { registerResume } from './resume.ts';
import { registerSchedule } from './schedule.ts';
import { registerSends } from './sends.ts';
import { archive } from './sources.ts';

/** The background: the only writer. Every listener is registered here, before anything is awaited. */
export default defineBackground(() => {
  registerCommands();
  registerSchedule();
  registerBadge();
  registerNotify();
  registerResume(archive);
  registerSends();
});
