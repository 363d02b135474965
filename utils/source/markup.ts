import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';
import { bounds } from './bounds.ts';
import { type GuardReport, guardedTokenizer, OpenNames } from './guard.ts';

/** A document as a tree, and what had to be cut or mended to get it. */
export interface Markup {
  document: Document;
  /** Elements that were still open where the text ended: in a feed, the document was cut short inside of them. */
  unfinished: ReadonlySet<unknown>;
  /** How many elements were read, and whether there were more than allowed. */
  elements: number;
  stopped: boolean;
  repairs: string[];
}

/** Builds the tree and keeps count of what is open. */
class TreeBuilder extends DomHandler {
  private readonly openNames: OpenNames;
  private readonly path: string[] = [];

  constructor(openNames: OpenNames, xmlMode: boolean) {
    super(null, { xmlMode });
    this.openNames = openNames;
  }

  /** The elements that are open now. */
  get open(): readonly unknown[] {
    return this.tagStack;
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes);
    // Lower-cased because the guard reads names as written: SVG in HTML gets camel case from the parser.
    this.path.push(name.toLowerCase());
    this.openNames.open(name.toLowerCase());
  }

  override onclosetag(): void {
    super.onclosetag();
    const name = this.path.pop();
    if (name !== undefined) this.openNames.close(name);
  }
}

/**
 * Parses a feed (XML, as broken as it comes) into a tree with lower-case names, within `bounds`. Never throws.
 * One item more than is ever read is parsed, so that the reader knows that there were more.
 */
export function parseXml(text: string): Markup {
  const limits = { levels: bounds.feedLevels, elements: bounds.feedElements, items: bounds.items + 1 };
  return parse(text, true, bounds.feedBytes, limits);
}

/**
 * Parses an HTML page or fragment into a tree, within `bounds`. Never throws.
 * @param elements how many elements are read at most
 */
export function parseHtml(html: string, elements: number = bounds.elements): Markup {
  return parse(html, false, bounds.pageBytes, { levels: bounds.pageLevels, elements });
}

function parse(
  whole: string,
  xmlMode: boolean,
  maxChars: number,
  { levels, elements, items }: { levels: number; elements: number; items?: number },
): Markup {
  const text = whole.length > maxChars ? whole.slice(0, maxChars) : whole;
  const report: GuardReport = { attributesDropped: false, flattened: false, stopped: false, elements: 0 };
  const openNames = new OpenNames();
  const builder = new TreeBuilder(openNames, xmlMode);
  const limits = { attributes: bounds.attributes, levels, elements, ...(items !== undefined && { items }) };
  const parser = new Parser(builder, {
    xmlMode,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
    Tokenizer: guardedTokenizer(text, limits, openNames, report),
  });
  parser.write(text);
  const unfinished = new Set(builder.open);
  parser.end();

  const repairs: string[] = [];
  if (text.length < whole.length) repairs.push(`cut after ${maxChars} characters`);
  if (report.stopped) repairs.push(`cut after ${elements} elements`);
  if (report.flattened) repairs.push(`flattened beyond ${levels} levels`);
  if (report.attributesDropped) repairs.push(`attributes beyond ${bounds.attributes} on one tag dropped`);
  return { document: builder.root, unfinished, elements: report.elements, stopped: report.stopped, repairs };
}
