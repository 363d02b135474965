import { type QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** What the guard lets through. */
export interface GuardLimits {
  attributes: number;
  levels: number;
  elements: number;
  /** In a feed: so many elements called `item` or `entry` are let through. What follows is not looked at. */
  items?: number;
}

/** What the guard had to do, for the record. */
export interface GuardReport {
  attributesDropped: boolean;
  flattened: boolean;
  stopped: boolean;
  /** Elements seen, those that were flattened included. */
  elements: number;
}

/** A tag with more than these ends the reading. */
const MOST_ATTRIBUTES = 50_000;

/** As written, with whatever prefix the publisher chose. */
const ITEM = /^(?:[\w.-]{1,40}:)?(?:item|entry)$/;

/** Elements without content: they add no level, so they pass however deep the document is. */
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
]);

/**
 * A tokenizer for htmlparser2 that keeps its parser out of trouble. The parser's stack is an array that it
 * searches and shifts for every tag: 200,000 levels take it more than 15 s. So the guard stands between the
 * two: beyond the levels, elements are taken as if their tags were not there (their text stays); beyond the
 * attributes, attributes are dropped; beyond the elements, reading stops and what came before is kept.
 * @param text the whole document, written to the parser in one piece (offsets are read from it)
 * @param openNames how often each element name is open in the tree now, kept by the tree's builder
 */
export function guardedTokenizer(
  text: string,
  limits: GuardLimits,
  openNames: OpenNames,
  report: GuardReport,
): typeof Tokenizer {
  return class extends Tokenizer {
    constructor(options: ConstructorParameters<typeof Tokenizer>[0], parser: TokenizerCallbacks) {
      const guard = new Guard(text, limits, openNames, report, parser, () => this.pause());
      super(options, guard);
    }
  };
}

/** Counts the open elements by name, so that a stray end tag costs nothing. */
export class OpenNames {
  depth = 0;
  private readonly counts = new Map<string, number>();

  open(name: string): void {
    this.depth++;
    this.counts.set(name, this.count(name) + 1);
  }

  close(name: string): void {
    this.depth--;
    this.counts.set(name, this.count(name) - 1);
  }

  count(name: string): number {
    return this.counts.get(name) ?? 0;
  }
}

class Guard implements TokenizerCallbacks {
  private readonly text: string;
  private readonly limits: GuardLimits;
  private readonly openNames: OpenNames;
  private readonly report: GuardReport;
  private readonly parser: TokenizerCallbacks;
  private readonly stop: () => void;
  private attributes = 0;
  /** Items begun, by their name as written. */
  private readonly items = new Map<string, number>();
  /** The tag that is being read is taken as if it were not there. */
  private skipping = false;
  /** Elements whose start tag was skipped, so that their end tags are too. */
  private skipped = new Map<string, number>();
  private skippedName = '';

  constructor(
    text: string,
    limits: GuardLimits,
    openNames: OpenNames,
    report: GuardReport,
    parser: TokenizerCallbacks,
    stop: () => void,
  ) {
    this.text = text;
    this.limits = limits;
    this.openNames = openNames;
    this.report = report;
    this.parser = parser;
    this.stop = stop;
  }

  onopentagname(start: number, end: number): void {
    this.attributes = 0;
    if (!this.hasRoom()) {
      this.skipping = true;
      this.skippedName = '';
      return;
    }
    const name = this.nameAt(start, end);
    if (this.limits.items !== undefined && ITEM.test(name) && !this.hasRoomForItem(name, this.limits.items)) {
      this.skipping = true;
      this.skippedName = '';
      return;
    }
    this.skipping = this.openNames.depth >= this.limits.levels && !VOID.has(name);
    if (this.skipping) {
      this.report.flattened = true;
      this.skippedName = name;
      this.skipped.set(name, (this.skipped.get(name) ?? 0) + 1);
    } else {
      this.parser.onopentagname(start, end);
    }
  }

  onopentagend(end: number): void {
    if (!this.skipping) this.parser.onopentagend(end);
    this.skipping = false;
  }

  onselfclosingtag(end: number): void {
    if (this.skipping) this.forget(this.skippedName);
    else this.parser.onselfclosingtag(end);
    this.skipping = false;
  }

  onclosetag(start: number, end: number): void {
    const name = this.nameAt(start, end);
    if (this.skipped.get(name)) {
      this.forget(name);
      return;
    }
    if (this.openNames.count(name) === 0) {
      // A stray end tag counts like an element: a million of them take as long.
      if (!this.hasRoom()) return;
      // "</p>" and "</br>" without a start tag are elements of their own in HTML; any other stray one is nothing.
      if (name !== 'p' && name !== 'br') return;
    }
    const before = this.openNames.depth;
    this.parser.onclosetag(start, end);
    if (this.openNames.depth < before) this.skipped.clear();
  }

  onattribname(start: number, end: number): void {
    this.attributes++;
    if (this.attributes > this.limits.attributes) this.report.attributesDropped = true;
    // Far beyond what even a missing quote makes of a page's text: what follows is not worth its time.
    if (this.attributes > MOST_ATTRIBUTES) this.stop();
    if (this.passesAttribute()) this.parser.onattribname(start, end);
  }

  onattribdata(start: number, end: number): void {
    if (this.passesAttribute()) this.parser.onattribdata(start, end);
  }

  onattribentity(codepoint: number): void {
    if (this.passesAttribute()) this.parser.onattribentity(codepoint);
  }

  onattribend(quote: QuoteType, end: number): void {
    if (this.passesAttribute()) this.parser.onattribend(quote, end);
  }

  oncdata(start: number, end: number, offset: number): void {
    this.parser.oncdata(start, end, offset);
  }

  oncomment(): void {
    // Comments are never read; a million of them would be a million nodes.
  }

  ondeclaration(): void {
    // A DOCTYPE may declare entities: they are never expanded, so there is nothing to keep.
  }

  onprocessinginstruction(): void {
    // The XML declaration is read by `charset.ts`, before there is a text.
  }

  onend(): void {
    this.parser.onend();
  }

  ontext(start: number, end: number): void {
    this.parser.ontext(start, end);
  }

  ontextentity(codepoint: number, end: number): void {
    this.parser.ontextentity(codepoint, end);
  }

  isInForeignContext(): boolean {
    return this.parser.isInForeignContext?.() ?? false;
  }

  private hasRoom(): boolean {
    if (this.report.elements < this.limits.elements) {
      this.report.elements++;
      return true;
    }
    this.report.stopped = true;
    this.stop();
    return false;
  }

  private hasRoomForItem(name: string, most: number): boolean {
    const count = (this.items.get(name) ?? 0) + 1;
    this.items.set(name, count);
    if (count > most) this.stop();
    return count <= most;
  }

  private passesAttribute(): boolean {
    return !this.skipping && this.attributes <= this.limits.attributes;
  }

  private forget(name: string): void {
    const count = this.skipped.get(name) ?? 0;
    if (count > 1) this.skipped.set(name, count - 1);
    else this.skipped.delete(name);
  }

  private nameAt(start: number, end: number): string {
    return this.text.slice(start, end).toLowerCase();
  }
}
