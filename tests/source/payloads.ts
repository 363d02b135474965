import { readdirSync, readFileSync } from 'node:fs';
import { decodeBytes } from '../../utils/source/charset.ts';
import { shared } from './samples.ts';

/** Where the attempts at script injection lie that are not ours to copy. */
export const payloadSuites = ['conformance/feedparser', 'conformance/dompurify'] as const;

const texts =
  'content:encoded|description|content|summary|title|tagline|info|subtitle|copyright|rights|fullitem|xhtml:body|body';

/** The 603 attempts as HTML: what each of feedparser's feeds has in its text, and DOMPurify's as they stand. */
export function xssPayloads(): string[] {
  const folder = `${shared}/conformance/feedparser/wellformed/sanitize`;
  const feeds = readdirSync(folder)
    .sort()
    .map((file) => feedText(decodeBytes(readFileSync(`${folder}/${file}`), 'application/xml').text));
  const rows = JSON.parse(readFileSync(`${shared}/conformance/dompurify/expect.json`, 'utf8')) as {
    payload: string;
  }[];
  return [...feeds, ...rows.map(({ payload }) => payload)];
}

/** The text of a feed that has one: escaped, in CDATA, in base64 or as elements. */
function feedText(feed: string): string {
  const body = feed.replace(/^\s*(<\?xml[^>]*\?>)?\s*(<!--.*?-->)?\s*/s, '');
  const [, , attributes = '', inner = body] =
    new RegExp(`<(${texts})\\b([^>]*)>(.*)</\\1>`, 's').exec(body) ?? [];
  if (/base64/.test(attributes)) return Buffer.from(inner, 'base64').toString();
  const cdata = /^\s*<!\[CDATA\[(.*)\]\]>\s*$/s.exec(inner);
  if (cdata?.[1] !== undefined) return cdata[1];
  return inner.includes('<') ? inner : unescaped(inner);
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
