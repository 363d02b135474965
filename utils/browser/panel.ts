import browser from 'webextension-polyfill';

/** The two browsers' side areas; webextension-polyfill knows only Firefox's. */
interface PanelApis {
  sidePanel?: { open: (options: { windowId: number }) => Promise<void> };
  sidebarAction?: { open: () => Promise<void> };
}

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox). Call it as the first statement of a click's listener,
 * before any await: both refuse without the click.
 * @param windowId the window to open it in, known beforehand
 * @returns false where the browser has neither
 */
export function openPanel(windowId: number): Promise<boolean> {
  const { sidePanel, sidebarAction } = browser as unknown as PanelApis;
  if (sidePanel) return sidePanel.open({ windowId }).then(() => true);
  if (sidebarAction) return sidebarAction.open().then(() => true);
  return Promise.resolve(false);
}
