import browser from 'webextension-polyfill';

/** Chrome's side panel, which webextension-polyfill does not know; absent in Firefox. */
interface SidePanel {
  open: (options: { windowId: number }) => Promise<void>;
}
const sidePanel = () => (browser as unknown as { sidePanel?: SidePanel }).sidePanel;

/** Whether the browser has a side panel or a sidebar; a phone's has neither. */
export const hasPanel = (): boolean => Boolean(sidePanel() ?? browser.sidebarAction);

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox). Call it as the first statement of a click's listener,
 * before any await: both refuse without the click.
 * @param windowId the window to open it in, known beforehand
 * @returns false where the browser has neither
 */
export function openPanel(windowId: number): Promise<boolean> {
  const opening = sidePanel()?.open({ windowId }) ?? browser.sidebarAction?.open();
  return opening?.then(() => true) ?? Promise.resolve(false);
}
