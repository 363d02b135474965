import { defineContentScript } from 'wxt/utils/define-content-script';
import { followPage } from './follow-page.ts';

/**
 * On the pages of sources only, where `page-scripts.ts` registers it: no `matches`, or the manifest would ask for hosts.
 * WXT would tell a newer script of itself by `postMessage`, which the page reads: its own event is enough.
 */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: followPage,
});
