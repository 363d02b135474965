import type { Rgb } from './colour.ts';
import type { QrCode } from './qr.ts';
import type { SetText } from './text.ts';

/** What a card is made of; all of it plain text. */
export interface CardContent {
  title: string;
  /** The source's name: "Kota Bogor". */
  city: string;
  /** What the card is of, in the release's language: "Rilis resmi". */
  kind: string;
  /** The release's date as it is read, or null where the city gave none. */
  date: string | null;
  /** "Baca selengkapnya", in the release's language. */
  more: string;
  /** The release's address. */
  url: string;
}

/** The pictures of a card, by their size in pixels; null where there is none. */
export interface CardPictures {
  photo: Size | null;
  crest: Size | null;
}

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  x: number;
  y: number;
}

export const styles = ['cover', 'sheet', 'colour'] as const;
/** A photo with the title on it; white paper; the city's colour. */
export type CardStyle = (typeof styles)[number];

export const formats = ['square', 'portrait', 'story'] as const;
export type CardFormat = (typeof formats)[number];

/** Pixels that an app lays its own buttons over. */
interface Safe {
  top: number;
  bottom: number;
}

/**
 * The three formats. In a story Instagram lays the profile over the top 14 % (250 px) and the reply bar over the bottom
 * 20 % (340 px); Meta asks to keep both free of text and logos, and WhatsApp's status has its own bars well within:
 * https://www.facebook.com/business/ads-guide (Stories), as told at
 * https://www.imagefactory.co.kr/en/guides/instagram-story-ad-text-safe-zone (2026-06).
 */
export const formatSizes: Record<CardFormat, Size & { safe: Safe }> = {
  square: { width: 1080, height: 1080, safe: { top: 0, bottom: 0 } },
  portrait: { width: 1080, height: 1350, safe: { top: 0, bottom: 0 } },
  story: { width: 1080, height: 1920, safe: { top: 250, bottom: 340 } },
};

/**
 * The smallest sizes, in pixels of the card. On a phone 390 points wide they are 11.6 and 10.1 points; titles of more
 * than some 250 letters come near.
 */
export const legible = { title: 32, small: 28 };

export type TextRole = 'city' | 'kind' | 'title' | 'more' | 'link';

/** One thing to draw; in this order. */
export type Part =
  | { kind: 'fill'; box: Box; colour: Rgb; radius: number }
  | { kind: 'photo'; box: Box; radius: number }
  /** Dark over the photo, under text: it begins over `fade` pixels at its upper edge and is all there is at its lower. */
  | { kind: 'shade'; box: Box; colour: Rgb; fade: number }
  | { kind: 'crest'; box: Box }
  | { kind: 'qr'; box: Box; code: QrCode; module: number; colour: Rgb }
  | { kind: 'text'; role: TextRole; box: Box; set: SetText; colour: Rgb; rightToLeft: boolean };

/** A card laid out: what is drawn where. */
export interface Card extends Size {
  parts: Part[];
  /** Where text and codes may stand. */
  area: Box;
}

/** Nothing readable holds this title: no card is better than a cut one. */
export class CardDoesNotFitError extends Error {
  override name = 'CardDoesNotFitError';
  constructor(letters: number, format: CardFormat) {
    super(
      `${letters} letters do not fit a ${format} card at ${legible.title} px; nothing was drawn and nothing is lost: ` +
        'take the tallest format, or share the release without a card',
    );
  }
}
