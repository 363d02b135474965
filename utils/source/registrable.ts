import { parseUrl } from './address.ts';

/**
 * Names under which anybody registers, where "www." is a person's own and never the apex: Indonesia's second level
 * (https://pandi.id, and the ICANN part of publicsuffix.org for `id`) and what foreign-hosted offices are seen with.
 */
export const PUBLIC = new Set(
  'ac.id biz.id co.id desa.id go.id mil.id my.id net.id or.id ponpes.id sch.id web.id com.au co.uk com.my com.sg'.split(
    ' ',
  ),
);

/** Hosts that give everyone a name of their own: "www." before such a name is nothing. */
export const SHARED =
  /\.(?:blogspot\.com|blogspot\.co\.id|wordpress\.com|github\.io|pages\.dev|netlify\.app|vercel\.app|wixsite\.com|weebly\.com)$/;

/** Second levels that countries keep for kinds of registrants, as most of publicsuffix.org's country rules have them. */
const KINDS = new Set('ac biz co com edu gob gov info mil net org'.split(' '));

/** A host's parts: what its owner registered, the owner's own name in that, and what is open to others. */
export interface Registered {
  /** "kotabogor.go.id" of "dinkes.kotabogor.go.id". */
  domain: string;
  /** "kotabogor". */
  name: string;
  /** "go.id". */
  suffix: string;
}

/**
 * What was registered of a host, by the few rules of the public suffix list that the hosts of cities and their
 * imitations meet (the test holds it against the whole list, which would weigh 45 KiB).
 * @returns null for a number, for one label, and for a suffix alone
 */
export function registered(host: string): Registered | null {
  const hostname = parseUrl(`https://${host.replace(/\.+$/, '')}`)?.hostname;
  if (!hostname || hostname.startsWith('[') || /^[\d.]+$/.test(hostname)) return null;
  const labels = hostname.split('.');
  const shared = SHARED.exec(hostname)?.[0].slice(1).split('.').length ?? 0;
  const count = Math.max(shared, isTwo(labels) ? 2 : 1);
  const name = labels.at(-count - 1);
  if (name === undefined || labels.includes('')) return null;
  const suffix = labels.slice(-count).join('.');
  return { domain: `${name}.${suffix}`, name, suffix };
}

function isTwo(labels: string[]): boolean {
  const [second = '', top = ''] = labels.slice(-2);
  return PUBLIC.has(`${second}.${top}`) || (top !== 'id' && top.length === 2 && KINDS.has(second));
}
