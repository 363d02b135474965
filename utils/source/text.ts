import { type ChildNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { bounds } from './bounds.ts';
import { cutLine, foldText } from './fold.ts';
import { parseHtml } from './markup.ts';

/** Told of every repair, in plain English. */
export type Note = (repair: string) => void;

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p pre ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose content is no text of the release: programs, styles, controls, media and their fallbacks. */
const UNSEEN = new Set(
  (
    'applet audio base button canvas datalist embed frame frameset head iframe input link meta noembed noframes noscript ' +
    'param rp script select style svg template textarea title track video xml'
  ).split(' '),
);

const UNSEEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;

/** What HTML shows, and the nodes that show it. */
export interface Content {
  nodes: readonly ChildNode[];
  paragraphs: string[];
  /** How many elements were read, and whether there were more than allowed. */
  elements: number;
  stopped: boolean;
}

const EMPTY: Content = { nodes: [], paragraphs: [], elements: 0, stopped: false };

/**
 * HTML as the paragraphs that a reader of it sees: blocks and `<br>` break, list items keep "• " or their number,
 * table rows become "a | b", hidden parts and programs go. HTML that was escaped twice is read as meant, and noted.
 */
export function htmlToParagraphs(html: string, note?: Note): string[] {
  return parseContent(html, bounds.elements, note).paragraphs;
}

/**
 * As `htmlToParagraphs`, with the nodes for whoever looks for pictures in them.
 * @param elements how many elements are read at most
 */
export function parseContent(html: string, elements: number, note?: Note): Content {
  const source = html.length > bounds.contentChars ? html.slice(0, bounds.contentChars) : html;
  if (source.length < html.length) note?.(`content cut after ${bounds.contentChars} characters`);
  // Most titles and names are nothing but text, and a feed has thousands of them.
  if (!/[<&]/.test(source)) {
    const line = foldText(source);
    return line ? { ...EMPTY, paragraphs: [line] } : EMPTY;
  }
  const once = parseHtml(source, elements);
  const paragraphs = nodesToParagraphs(once.document.children);
  const content = { ...once, nodes: once.document.children, paragraphs };
  if (!isEscapedTwice(source, paragraphs)) return content;
  note?.('HTML escaped twice');
  const twice = parseHtml(paragraphs.join('\n'), elements);
  return { ...twice, nodes: twice.document.children, paragraphs: nodesToParagraphs(twice.document.children) };
}

/** A title's or a name's text: HTML in it becomes plain, on one line, at most 500 characters. */
export function htmlToLine(html: string): string {
  return cutLine(htmlToParagraphs(html.slice(0, bounds.rawTitleChars)).join(' '));
}

/**
 * The visible text of parsed nodes as paragraphs; see `htmlToParagraphs`.
 * @param drop elements that do not belong to the text
 */
export function nodesToParagraphs(
  nodes: readonly ChildNode[],
  drop: (element: Element) => boolean = () => false,
): string[] {
  const writer = new ParagraphWriter(drop);
  for (const node of nodes) writer.visit(node);
  writer.endParagraph();
  return writer.paragraphs;
}

/** The visible text of parsed nodes on one line. */
export function nodesToLine(nodes: readonly ChildNode[]): string {
  return cutLine(nodesToParagraphs(nodes).join(' '));
}

/** Whether an element is hidden or is no text at all. */
function isUnseen(element: Element): boolean {
  const { attribs } = element;
  return (
    UNSEEN.has(element.name) ||
    Object.hasOwn(attribs, 'hidden') ||
    attribs['aria-hidden']?.trim().toLowerCase() === 'true' ||
    UNSEEN_STYLE.test(attribs.style ?? '')
  );
}

/** Walks a tree (at most 256 levels deep, so recursion is safe) and collects paragraphs. */
class ParagraphWriter {
  readonly paragraphs: string[] = [];
  private readonly drop: (element: Element) => boolean;
  private line = '';
  /** What the next paragraph starts with: the bullet or number of the list item that it opens. */
  private marker = '';
  /** Characters that may still be written: an item's content is bounded, however it arrives. */
  private room: number = bounds.contentChars;
  /** The next number of each ordered list. */
  private readonly numbers = new WeakMap<Element, number>();

  constructor(drop: (element: Element) => boolean) {
    this.drop = drop;
  }

  visit(node: ChildNode): void {
    if (this.paragraphs.length >= bounds.paragraphs || this.room <= 0) return;
    if (isText(node)) {
      this.line += node.data.slice(0, this.room);
      this.room -= node.data.length;
    } else if (isTag(node)) this.visitElement(node);
    else if (hasChildren(node)) this.visitAll(node.children);
  }

  endParagraph(): void {
    const text = foldText(this.line);
    this.line = '';
    if (!text) return;
    this.paragraphs.push(this.marker + text);
    this.marker = '';
  }

  private visitElement(element: Element): void {
    if (isUnseen(element) || this.drop(element)) return;
    switch (element.name) {
      case 'br':
        this.endParagraph();
        // In a feed's XML an unclosed <br> holds what follows it.
        this.visitAll(element.children);
        return;
      case 'q':
        this.line += '“';
        this.visitAll(element.children);
        this.line += '”';
        return;
      case 'pre':
      case 'listing':
        this.visitPreformatted(element);
        return;
      case 'tr':
        this.visitRow(element);
        return;
      case 'li':
        this.visitListItem(element);
        return;
    }
    const isBlock = BLOCKS.has(element.name);
    if (isBlock) this.endParagraph();
    this.visitAll(element.children);
    if (isBlock) this.endParagraph();
  }

  private visitAll(nodes: readonly ChildNode[]): void {
    for (const node of nodes) this.visit(node);
  }

  private visitPreformatted(element: Element): void {
    this.endParagraph();
    for (const line of nodesToRaw(element.children).split(/\r\n?|\n/)) {
      this.line += line;
      this.endParagraph();
    }
  }

  private visitListItem(element: Element): void {
    this.endParagraph();
    this.marker = this.markerOf(element);
    this.visitAll(element.children);
    this.endParagraph();
    // An item without text leaves no lonely bullet to what follows.
    this.marker = '';
  }

  /** "• ", or in an ordered list the number that a browser would show. */
  private markerOf(item: Element): string {
    const list = item.parent;
    if (!list || !isTag(list) || list.name !== 'ol') return '• ';
    const number = integer(item.attribs.value) ?? this.numbers.get(list) ?? integer(list.attribs.start) ?? 1;
    this.numbers.set(list, number + 1);
    return `${number}. `;
  }

  /** A row of short cells is one line; a row whose cells hold paragraphs is page layout, read in order. */
  private visitRow(row: Element): void {
    this.endParagraph();
    const cells = row.children.filter(isTag).filter((cell) => cell.name === 'td' || cell.name === 'th');
    if (cells.length === 0) {
      this.visitAll(row.children);
      this.endParagraph();
      return;
    }
    const texts = cells
      .filter((cell) => !isUnseen(cell) && !this.drop(cell))
      .map((cell) => nodesToParagraphs(cell.children, this.drop))
      .filter((cell) => cell.length > 0);
    const lines = texts.every((cell) => cell.length === 1) ? [texts.flat().join(' | ')] : texts.flat();
    for (const line of lines) {
      this.line = line;
      this.endParagraph();
    }
  }
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null;
}

function nodesToRaw(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.data;
      if (isTag(node)) return isUnseen(node) ? '' : node.name === 'br' ? '\n' : nodesToRaw(node.children);
      return hasChildren(node) ? nodesToRaw(node.children) : '';
    })
    .join('');
}

const TAGS_SHOWN = /<\/(?:p|div|span|strong|em|b|i|u|a|ul|ol|li|h[1-6]|table|blockquote)\s*>|<br\s*\/?>/i;
const ENTITIES_SHOWN =
  /&(?:nbsp|amp|quot|ldquo|rdquo|lsquo|rsquo|hellip|[mn]dash|bull|#\d{2,6}|#x[0-9a-f]{2,5});/i;

/** Whether a text shows closing tags, line breaks or typical entities, as only HTML that was escaped once more does. */
export function showsMarkup(text: string): boolean {
  return TAGS_SHOWN.test(text) || ENTITIES_SHOWN.test(text);
}

/** Text that shows whole tags or typical entities, although no tag was real: the CMS escaped its HTML once too often. */
function isEscapedTwice(html: string, paragraphs: readonly string[]): boolean {
  if (!html.includes('&') || /<[a-z]/i.test(html)) return false;
  return paragraphs.some(showsMarkup);
}
