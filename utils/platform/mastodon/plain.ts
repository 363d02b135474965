import { Parser } from 'htmlparser2';

/** A status is a few thousand characters; its HTML some times that. */
const longest = 200_000;

/** The text of a status: its HTML without tags, lines and paragraphs apart. Never shown as anything but text. */
export function plainStatus(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext: (words) => {
      text += words;
    },
    onopentagname: (name) => {
      if (name === 'br') text += '\n';
      if (name === 'p' && text !== '') text += '\n\n';
    },
  });
  parser.end(html.slice(0, longest));
  return text;
}

/** As `@user@domain` stands in a status: without its domain. */
const mention = /(@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,60}[\p{L}\p{N}_])?)@[\p{L}\p{N}.-]{1,253}/gu;

/** What of a text a server keeps as it was: words and their order, whatever it did to gaps and mentions. */
export const kept = (text: string): string =>
  text.normalize('NFC').replace(mention, '$1').replace(/\s+/gu, ' ').trim();
