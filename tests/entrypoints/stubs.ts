import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Alarm {
  when?: number;
  periodInMinutes?: number;
}

/** What of the browser the background uses and the fake one lacks or does not record. */
export function browserStubs() {
  const alarms = new Map<string, Alarm>();
  const onAlarm: ((alarm: { name: string }) => void)[] = [];
  const shown: { id: string; title: string; message: string }[] = [];
  const onClicked: ((id: string) => void)[] = [];
  const opened: string[] = [];
  /** What stands on the screen. */
  const standing = new Set<string>();
  let refusing = false;
  Object.assign(fakeBrowser.alarms, {
    create: (name: string, alarm: Alarm) => void alarms.set(name, alarm),
    clear: async (name: string) => alarms.delete(name),
    onAlarm: { addListener: (listener: (alarm: { name: string }) => void) => void onAlarm.push(listener) },
  });
  Object.assign(fakeBrowser.notifications, {
    create: async (id: string, options: { title: string; message: string }) => {
      if (refusing) throw new Error('the system refuses');
      standing.add(id);
      shown.push({ id, title: options.title, message: options.message });
      return id;
    },
    clear: async (id: string) => standing.delete(id),
    getAll: async () => Object.fromEntries([...standing].map((id) => [id, {}])),
    onClicked: { addListener: (listener: (id: string) => void) => void onClicked.push(listener) },
  });
  Object.assign(fakeBrowser.tabs, {
    create: async ({ url }: { url: string }) => void opened.push(url),
  });
  /** The match patterns for which the button's script is registered. */
  let scripted: string[] = [];
  const register = async ([{ matches }]: [{ matches: string[] }]) => {
    scripted = matches;
  };
  Object.assign(fakeBrowser, {
    scripting: {
      getRegisteredContentScripts: async () => (scripted.length > 0 ? [{ matches: scripted }] : []),
      registerContentScripts: register,
      updateContentScripts: register,
      unregisterContentScripts: () => register([{ matches: [] }]),
      executeScript: async () => [],
    },
  });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.tabs, { query: async () => [] });
  Object.assign(fakeBrowser.runtime, { getPlatformInfo: vi.fn(async () => ({})) });
  return {
    alarms,
    shown,
    opened,
    standing,
    scripted: () => scripted,
    /** From now on the system takes no notification, or takes them again. */
    refuse: (refuses: boolean) => {
      refusing = refuses;
    },
    ring: (name: string) => {
      for (const listener of onAlarm) listener({ name });
    },
    click: (id: string) => {
      for (const listener of onClicked) listener(id);
    },
  };
}
