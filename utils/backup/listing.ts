import type { ChildNode, Element } from 'domhandler';
import { parseXml } from '../source/markup.ts';
import { pathIn } from './folder-choice.ts';
import { FolderError } from './folder-error.ts';

/** A file in the folder, as the server tells of it. */
export interface FolderFile {
  name: string;
  /** Changes when the file does; '' where the server does not tell. */
  tag: string;
  /** Bytes; null where the server does not tell. */
  size: number | null;
}

/**
 * The files in a PROPFIND's answer (RFC 4918, 9.1): those that lie in the folder itself, whatever else is told.
 * @throws FolderError where it is no such answer, or tells of more than is read
 */
export function readListing(xml: string, folder: string): FolderFile[] {
  const { document, stopped } = parseXml(xml);
  if (stopped) throw new FolderError('crowded', 207);
  const root = named(document.children, 'multistatus')[0];
  if (!root) throw new FolderError('not-webdav', 207);
  return named(root.children, 'response').flatMap((response) => {
    const name = nameIn(folder, textOf(named(response.children, 'href')[0]));
    return name === null ? [] : fileOf(name, response);
  });
}

function fileOf(name: string, response: Element): FolderFile[] {
  const found = { tag: '', modified: '', size: '', isFolder: false };
  for (const status of named(response.children, 'propstat')) {
    for (const prop of named(status.children, 'prop')) {
      found.tag ||= textOf(named(prop.children, 'getetag')[0]);
      found.modified ||= textOf(named(prop.children, 'getlastmodified')[0]);
      found.size ||= textOf(named(prop.children, 'getcontentlength')[0]);
      const type = named(prop.children, 'resourcetype')[0];
      if (type && named(type.children, 'collection').length > 0) found.isFolder = true;
    }
  }
  if (found.isFolder) return [];
  const size = /^\d{1,12}$/.test(found.size) ? Number(found.size) : null;
  const tag = plainTag(found.tag) || (found.modified && `${found.modified} ${found.size}`);
  return [{ name, tag: tag.slice(0, longestTag), size }];
}

const longestTag = 200;

/** An entity tag without what says that it is weak: Apache calls the tag of a file weak for its first second. */
const plainTag = (tag: string): string => tag.replace(/^W\//, '').slice(0, longestTag);

/** The name of a file that lies in the folder itself, compared decoded and exactly; null for anything else. */
function nameIn(folder: string, href: string): string | null {
  if (!URL.canParse(href, folder)) return null;
  const url = new URL(href, folder);
  const [path, base] = [pathIn(url.href), pathIn(folder)];
  if (url.origin !== new URL(folder).origin || path === null || !path.startsWith(`${base}/`)) return null;
  const name = path.slice(`${base}/`.length);
  return name === '' || name.includes('/') ? null : name;
}

/** The elements of that name, whatever prefix the server has for WebDAV's. */
const named = (nodes: readonly ChildNode[], name: string): Element[] =>
  nodes.filter((node): node is Element => 'name' in node && node.name.replace(/^.*:/, '') === name);

const textOf = (element: Element | undefined): string =>
  (element?.children ?? [])
    .map((node) => ('data' in node ? node.data : ''))
    .join('')
    .trim();
