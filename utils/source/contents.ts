import type { ChildNode } from 'domhandler';
import { bounds } from './bounds.ts';
import { type Content, type Note, parseContent } from './text.ts';

/**
 * Reads the HTML in one document's items. Each text is parsed once, for its paragraphs and for its picture, and all
 * of them together hold at most `bounds.textElements` elements: a text beyond that is left out whole, because half
 * of a release is worse than none.
 */
export class Contents {
  /** Told of every repair. */
  readonly note: Note;
  private room: number = bounds.textElements;
  /** The texts of the item that is being read: content and teaser, and little else. */
  private readonly parsed = new Map<string, Content>();

  constructor(note: Note) {
    this.note = note;
  }

  /** The text as paragraphs; see `htmlToParagraphs`. */
  paragraphs(html: string): string[] {
    return this.parse(html).paragraphs;
  }

  /** The nodes that show the text. */
  nodes(html: string): readonly ChildNode[] {
    return this.parse(html).nodes;
  }

  private parse(html: string): Content {
    const known = this.parsed.get(html);
    if (known) return known;
    const content = this.parseNew(html);
    if (this.parsed.size >= 4) this.parsed.clear();
    this.parsed.set(html, content);
    return content;
  }

  private parseNew(html: string): Content {
    const limit = Math.min(this.room, bounds.elements);
    const content = parseContent(html, limit, this.note);
    this.room -= content.elements;
    if (!content.stopped || limit === bounds.elements) return content;
    this.note(`texts beyond ${bounds.textElements} elements left out`);
    return { ...content, nodes: [], paragraphs: [] };
  }
}
