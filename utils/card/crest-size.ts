import type { Size } from './card.ts';

/** The largest that a stored crest is: twice what a card shows. */
export const crestRoom: Size = { width: 264, height: 176 };
/** As many letters as its `data:` address may have; every reader of one goes by it. */
export const mostCrestLetters = 96_000;

/** The size of a stored crest, by its own header; null where this is none, or one that unfolds too far. */
export function crestSize(address: string): Size | null {
  if (address.length > mostCrestLetters || !/^data:image\/png;base64,[\w+/]{32,}={0,2}$/.test(address))
    return null;
  const head = Uint8Array.from(atob(address.slice(22, 54)), (sign) => sign.charCodeAt(0));
  const view = new DataView(head.buffer);
  // PNG's signature and the two numbers of its first chunk.
  if (view.getUint32(0) !== 0x89504e47) return null;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  const isSmall = size.width <= crestRoom.width && size.height <= crestRoom.height;
  return size.width > 0 && size.height > 0 && isSmall ? size : null;
}
