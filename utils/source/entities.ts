import { rawText } from './feed-parts.ts';
import { parseHtml } from './markup.ts';

/** Any but XML's own five, which are the parser's to decode. */
const NAMED = /&(?!(?:amp|lt|gt|quot|apos);)([a-zA-Z][a-zA-Z0-9]{1,31});/g;
/** HTML knows some 2,100 names; a document with more different ones than this is not written by people. */
const MOST_NAMES = 500;

/**
 * Decodes HTML's named entities in XML, where only five exist: `htmlentities()` writes them there, and a parser
 * leaves `&nbsp;` standing. Inside CDATA, where HTML is at home, they mean the same. Entities that a DTD declares
 * are never expanded.
 * @returns the text, and whether one stood outside of CDATA, where it makes the XML invalid
 */
export function decodeNamedEntities(xml: string): { text: string; repaired: boolean } {
  const known = new Map<string, string>();
  const cdata = new CdataRanges(xml);
  const parts: string[] = [];
  let done = 0;
  let repaired = false;
  NAMED.lastIndex = 0;
  for (let match = NAMED.exec(xml); match; match = NAMED.exec(xml)) {
    const [entity, name = ''] = match;
    let character = known.get(name);
    if (character === undefined) {
      // What follows stays as it is: a document that makes up names costs no more than this.
      if (known.size >= MOST_NAMES) break;
      character = rawText(parseHtml(entity).document);
      // HTML has upper-case twins of XML's five ("&AMP;"); decoded here, they would become markup.
      if (/[<>&"']/.test(character)) character = entity;
      known.set(name, character);
    }
    if (character === entity) continue;
    repaired ||= !cdata.holds(match.index);
    parts.push(xml.slice(done, match.index), character);
    done = NAMED.lastIndex;
  }
  return { text: done === 0 ? xml : parts.join('') + xml.slice(done), repaired };
}

/** The CDATA sections of a document, asked about from its beginning to its end: one pass over the text. */
class CdataRanges {
  private readonly xml: string;
  private start: number;
  private end = 0;
  private next: number;

  constructor(xml: string) {
    this.xml = xml;
    this.start = 0;
    this.next = this.startAfter(0);
  }

  holds(index: number): boolean {
    while (this.next < index) {
      this.start = this.next;
      const end = this.xml.indexOf(']]>', this.start);
      this.end = end < 0 ? this.xml.length : end;
      this.next = this.startAfter(this.end);
    }
    return index > this.start && index < this.end;
  }

  private startAfter(index: number): number {
    const found = this.xml.indexOf('<![CDATA[', index);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  }
}
