import { type DraftPicture, isPictureAddress } from '../draft/draft.ts';
import { isOn, secured } from '../source/address.ts';
import { downloadPicture } from '../source/download.ts';
import { FetchError } from '../source/errors.ts';
import type { FetchReason, Source } from '../source/source.ts';
import { dataAddress } from './picture.ts';
import { postPicture } from './post-picture.ts';

/**
 * Why there is no picture. `elsewhere`: its address is not on the source's hosts; `not-allowed`: the browser lets Jubir
 * read none of those yet; `gone`: the city has it no more; `unfit`: it is no picture, or too large a one.
 */
export type PictureTrouble = 'elsewhere' | 'not-allowed' | 'offline' | 'gone' | 'unfit' | 'failed';

/** A draft's picture as a JPEG's `data:` address, which is all that a page of Jubir's may show; or why there is none. */
export type PictureFile = { data: string } | { failed: PictureTrouble };

type PictureHosts = Pick<Source, 'hosts' | 'imageHosts'>;

/** Enough for 1,600 pixels at the best quality that is tried, in bytes. */
const mostBytes = 2 * 1024 * 1024;

/**
 * The address as a draft's picture may have it: on exactly one of the source's hosts, over https, to which an http
 * address is turned, as the city's own links are. Null where it is anywhere else, or no address.
 */
export function pictureOn(address: string, { hosts, imageHosts }: PictureHosts): DraftPicture['url'] | null {
  const url = secured(address);
  return isPictureAddress(url) && isOn(url, [...hosts, ...imageHosts]) ? new URL(url).href : null;
}

/** Gets a draft's picture from the source's own hosts, drawn anew as for a post; every failure is told, none thrown. */
export async function pictureFile(url: string, source: PictureHosts): Promise<PictureFile> {
  if (pictureOn(url, source) !== url) return { failed: 'elsewhere' };
  try {
    const blob = await downloadPicture(url, { hosts: [...source.imageHosts, ...source.hosts] });
    const file = await postPicture(blob, mostBytes);
    return file ? { data: dataAddress(file.bytes, file.type) } : { failed: 'unfit' };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { failed: troubles[error.reason] ?? 'failed' };
  }
}

const troubles: Partial<Record<FetchReason, PictureTrouble>> = {
  offline: 'offline',
  'not-found': 'gone',
  'wrong-type': 'unfit',
  'too-large': 'unfit',
};
