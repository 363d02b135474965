/**
 * The document's own members. A page can put an element in the place of any of them (`<img name="documentElement">`),
 * for content scripts too; what stands on the prototype it cannot reach.
 */

/** The root element; null while a page has taken it away. */
export function rootElement(): Element | null {
  return Reflect.get(Document.prototype, 'documentElement', document) as Element | null;
}

/** The page's markup as it stands; only ever read. */
export function pageMarkup(): string {
  const root = rootElement();
  return root ? String(Reflect.get(Element.prototype, 'outerHTML', root)) : '';
}

/** A new element of HTML, in documents of every type. */
export function make<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  const made = Document.prototype.createElementNS.call(document, 'http://www.w3.org/1999/xhtml', name);
  return made as HTMLElementTagNameMap[Name];
}

/** A new element of a drawing. */
export function makeDrawing(name: 'svg' | 'path', attributes: Record<string, string>): Element {
  const made = Document.prototype.createElementNS.call(document, 'http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** What lies at a point of the view, from the top. */
export function elementsAt(x: number, y: number): Element[] {
  return Document.prototype.elementsFromPoint.call(document, x, y);
}
