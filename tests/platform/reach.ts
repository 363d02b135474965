/**
 * Real host names against servers on this machine: `fetch` as the code under test calls it, with each host's requests
 * led to its port. A host that is not named is not reached.
 */
export function fetchVia(hosts: Record<string, number>, real: typeof fetch = fetch): typeof fetch {
  return (input, init) => {
    const url = new URL(String(input));
    const port = hosts[url.host];
    if (url.protocol !== 'https:' || port === undefined) return Promise.reject(new TypeError('fetch failed'));
    return real(`http://127.0.0.1:${port}${url.pathname}${url.search}`, init);
  };
}

/** Every wait of the code under test, so many times shorter. */
export function shorterPatience(times: number): void {
  const real = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => real(Math.ceil(ms / times));
}
