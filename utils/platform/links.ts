import { catalogue } from './catalogue.ts';
import type { ComposerInput, PlatformId } from './platform.ts';

/** No Mastodon server was given, or what was given is not a bare host name. */
export class NoMastodonServerError extends Error {
  override name = 'NoMastodonServerError';
  /** What was given. */
  server: string | null;

  constructor(server: string | null) {
    super(
      server === null
        ? 'Mastodon: choose your own server in the options first, for instance "mastodon.social".'
        : `Mastodon: "${server}" is not a server's host name; write it like "mastodon.social".`,
    );
    this.server = server;
  }
}

/**
 * The address that opens a network for this text.
 *
 * Networks of route `composer` open with the text filled in, exactly as it stands in the box; those of route
 * `copy` open a page where the official pastes (see the address in `catalogue.ts`). Everything is percent-encoded,
 * a space as `%20`, so `&`, `#`, `%`, `+`, emoji and line breaks arrive as written. Half a surrogate pair, which no
 * address can carry, becomes U+FFFD.
 *
 * @param template another address of the same form, for a city that has to mend one before an update
 * @throws NoMastodonServerError where the address names `{server}` and the input has no valid host
 */
export function composerUrl(
  platform: PlatformId,
  input: ComposerInput,
  template: string = catalogue[platform].address,
): string {
  return template.replace(/\{(text|link|body|server)\}/g, (_, part: string) => {
    switch (part) {
      case 'text':
        return encode(input.text);
      case 'link':
        return encode(input.link);
      case 'body':
        return encode(withoutLink(input.text, input.link));
      default:
        return strictHost(input.mastodonServer);
    }
  });
}

/**
 * The text without the release's address, for networks that take the address by itself and show it beside the text.
 *
 * The address goes only where nothing but white space and hashtags follows it, together with the lead-in that
 * would point at nothing ("Selengkapnya:"); the hashtags stay. An address in the midst of a sentence stays: said
 * twice is better than a broken sentence. Nothing else is touched.
 */
export function withoutLink(text: string, link: string): string {
  const at = link === '' ? -1 : text.lastIndexOf(link);
  if (at < 0) return text;
  const before = text.slice(0, at);
  const after = text.slice(at + link.length);
  if (!/^(?:\s+#[^\s#]+)*\s*$/u.test(after)) return text;
  if (/\S$/u.test(before)) return text;
  const kept = before.replace(leadIn, '').trimEnd();
  const tags = after.trim();
  if (tags === '') return kept;
  return kept === '' ? tags : `${kept}${/^\s*\n/.test(after) ? '\n' : ' '}${tags}`;
}

/** Lead-ins that the caption phrasings put before a link; an official's own words are never taken out. */
const leadIn =
  /(?:^|(?<=\s))(?:Selengkapnya|Baca selengkapnya|Rilis lengkap|Baca rilisnya|Rilis resminya|Info|Info lengkap|Kabar lengkap|Keterangan lengkap|Details|More information|Full release|The full release|Read the release|Read more):\s*$/u;

/**
 * A Mastodon server's host out of what a person typed: "mastodon.social", "https://mastodon.social/home",
 * "@saya@mastodon.social". Lower case, international names in their ASCII form; null where no host can be seen.
 */
export function mastodonHost(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^@?[^@\s]*@/, '');
  try {
    return strictHost(new URL(`https://${bare}`).hostname === bare.toLowerCase() ? bare : asciiHost(bare));
  } catch {
    return null;
  }
}

function asciiHost(bare: string): string {
  // Credentials, ports and paths change more than the spelling of the host: refuse them.
  if (/[\s:@/\\?#]/.test(bare)) throw new NoMastodonServerError(bare);
  return new URL(`https://${bare}`).hostname;
}

/** A dotted name of ASCII labels: no scheme, no credentials, no port, no path, no bare IP address. */
const hostName = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]+|[a-z]{2,63})$/;

function strictHost(server: string | null): string {
  const host = server?.toLowerCase() ?? '';
  if (!hostName.test(host)) throw new NoMastodonServerError(server);
  return host;
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
