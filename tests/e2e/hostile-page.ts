/** What a hostile page of the web tries by itself. */

/** Runs in a page of the web. Gives how many messages it sent. */
export async function byPage({
  target,
  origin,
  spoofs,
}: {
  target: string;
  origin: string;
  spoofs: { json: string }[];
}): Promise<number> {
  const scope = globalThis as unknown as {
    chrome?: { runtime?: { sendMessage?(target: string, message: unknown): Promise<unknown> } };
  };
  // Written out here, a bundler would put its own in the place of it.
  const load = new Function('address', 'return import(address)') as (address: string) => Promise<unknown>;
  let sent = 0;
  for (const { json } of spoofs) {
    const message = JSON.parse(json) as unknown;
    postMessage(message, '*');
    postMessage({ ...(message as object), direction: 'from-content-script', type: 'wxt' }, '*');
    for (const name of ['jubir', 'message', 'wxt:content-script-started', 'wxt:locationchange', 'focus']) {
      for (const on of [window, document, document.documentElement])
        on.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true, composed: true }));
    }
    const told = scope.chrome?.runtime?.sendMessage?.(target, message);
    if (told) sent += 1;
    await Promise.race([told?.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 50))]);
    sent += 3;
  }
  for (const path of ['/popup.html', '/desk.html', '/options.html?x', '/sidepanel.html?asked=1']) {
    for (const name of ['iframe', 'embed', 'object', 'img', 'script', 'link']) {
      const element = document.createElement(name);
      element.setAttribute(name === 'link' ? 'href' : name === 'object' ? 'data' : 'src', origin + path);
      document.body.append(element);
    }
    await fetch(origin + path).catch(() => {});
    await load(origin + path).catch(() => {});
    try {
      new Worker(origin + path);
    } catch {
      // Refused, as it has to be.
    }
  }
  return sent;
}
