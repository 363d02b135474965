import browser from 'webextension-polyfill';

/** On which the background tells Jubir's open pages that everything is being erased. */
const channelName = 'erased';

/** Tells every open page but this to leave. */
export function tellErased(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  // Closed at once, what was posted would be lost in Firefox.
  setTimeout(() => channel.close(), 1_000);
}

/** Leaves for the page that says so once everything is erased; returns what stops listening. Call it in every page. */
export function leaveWhenErased(): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = leaveErased;
  return () => channel.close();
}

/** Goes to the page that says that everything is erased; nothing of this page stays in memory. */
export function leaveErased(): void {
  location.replace(browser.runtime.getURL('erased.html'));
}
