import { defineBackground } from 'wxt/utils/define-background';
import { registerAsked } from './asked.ts';
import { registerBackup } from './backup.ts';
import { registerBadge } from './badge.ts';
import { registerCommands } from './commands.ts';
import { registerContextMenu } from './context-menu.ts';
import { renewFirstScreen } from './first-screen.ts';
import { registerFolder } from './folder.ts';
import { registerHumas } from './humas.ts';
import { registerNotify } from './notify.ts';
import { registerPageButton } from './page-button.ts';
import { registerPageScripts } from './page-scripts.ts';
import { registerReminders } from './reminders.ts';
import { registerResume } from './resume.ts';
import { registerSchedule } from './schedule.ts';
import { registerSends } from './sends.ts';
import { archive } from './sources.ts';
import { registerStore } from './store.ts';

/** The background: the only writer. Every listener is registered here, before anything is awaited. */
export default defineBackground(() => {
  registerStore(() => void renewFirstScreen());
  registerCommands();
  registerContextMenu();
  registerAsked();
  registerPageButton();
  registerPageScripts();
  registerSchedule();
  registerBadge();
  registerNotify();
  registerReminders();
  registerResume(archive);
  registerBackup();
  registerFolder();
  registerSends();
  registerHumas();
});
