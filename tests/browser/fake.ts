import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The extension's own page as a sender, as the browser tells it. */
export const ownPage = {
  id: fakeBrowser.runtime.id,
  url: `chrome-extension://${fakeBrowser.runtime.id}/popup.html`,
};

type Trigger = (message: unknown, sender: unknown, respond: (reply: unknown) => void) => Promise<unknown[]>;

/**
 * Delivers a message as the browser would: the answer, or undefined where no listener takes it.
 * What a listener returns beside `true` is dropped, as for a promise that is not a native one.
 */
export async function deliver(message: unknown, sender: unknown = ownPage): Promise<unknown> {
  const trigger = fakeBrowser.runtime.onMessage.trigger as unknown as Trigger;
  let respond: (reply: unknown) => void = () => {};
  const answered = new Promise<unknown>((resolve) => {
    respond = resolve;
  });
  const taken = await trigger(message, sender, (reply) => respond(structuredClone(reply)));
  return taken.includes(true) ? answered : undefined;
}

/** Makes `runtime.sendMessage` reach the listeners as from an own page; the fake one names no sender. */
export function connectPages(): void {
  fakeBrowser.runtime.sendMessage = ((message: unknown) => deliver(message)) as never;
}
