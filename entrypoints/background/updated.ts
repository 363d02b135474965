import browser from 'webextension-polyfill';
import { logFailure } from '../../utils/browser/log.ts';
import { noteUpdate } from '../../utils/browser/updated.ts';
import { isBlank } from './erase.ts';

/** After an update, one line of what it brought waits in the popup. */
export function registerUpdated(): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    if (reason !== 'update' || !previousVersion) return;
    const { version } = browser.runtime.getManifest();
    isBlank()
      .then((blank) => (blank ? undefined : noteUpdate(previousVersion, version, Date.now())))
      .catch((error) => logFailure('update', error));
  });
}
