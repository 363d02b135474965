import { rawText } from './feed-parts.ts';
import { parseHtml } from './markup.ts';

/** Any but XML's own five, which are the parser's to decode. */
const NAMED = /&(?!(?:amp|lt|gt|quot|apos);)([a-zA-Z][a-zA-Z0-9]{1,31});/g;
/** HTML knows some 2,100 names; a document with more different ones than this is not written by people. */
const MOST_NAMES = 500;

/**
 * Decodes HTML's named entities in XML, where only five exist: `htmlentities()` writes them there, and a parser
 * leaves `&nbsp;` standing. Inside CDATA they mean the same, so no distinction is needed. Entities that a DTD
 * declares are never expanded.
 */
export function decodeNamedEntities(xml: string): { text: string; repaired: boolean } {
  const known = new Map<string, string>();
  let repaired = false;
  const text = xml.replace(NAMED, (entity, name: string) => {
    let character = known.get(name);
    if (character === undefined) {
      if (known.size >= MOST_NAMES) return entity;
      character = rawText(parseHtml(entity).document);
      known.set(name, character);
    }
    // HTML has upper-case twins of XML's five ("&AMP;"); decoded here, they would become markup.
    if (character === entity || /[<>&"']/.test(character)) return entity;
    repaired = true;
    return character;
  });
  return { text, repaired };
}
